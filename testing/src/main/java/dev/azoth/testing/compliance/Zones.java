package dev.azoth.testing.compliance;

import java.util.TimeZone;

/** Runs a test in other time zones of the JVM. */
public final class Zones {
    private Zones() {}

    /** Amsterdam's offset had seconds until 1940, and its clocks skip an hour in March; Apia skipped a day in 2011. */
    public static void each(Runnable test) {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : new String[] {"UTC", "Europe/Amsterdam", "Pacific/Apia", "America/St_Johns"}) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                test.run();
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
