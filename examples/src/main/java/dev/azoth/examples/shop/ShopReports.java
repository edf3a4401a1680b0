package dev.azoth.examples.shop;

import dev.azoth.engine.Engine;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import java.time.LocalDate;

/** Makes the company in a database, an SQLite one in memory unless a URL is given, and prints its reports. */
public final class ShopReports {
    private ShopReports() {}

    /**
     * Runs it.
     *
     * @param args a URL, or nothing
     */
    public static void main(String[] args) {
        try (Engine engine = Engine.create(args.length > 0 ? args[0] : "sqlite://")) {
            SessionFactory sessions = new ShopData(500).fill(engine);
            try (Session session = sessions.open()) {
                Reports reports = new Reports(session);
                print("Sales by category", reports.categories(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));
                print("Sales by month", reports.months());
                print("Who is below whom", reports.ranks());
                print("Bought together", reports.boughtTogether(5));
            }
        }
    }

    private static void print(String title, Iterable<?> rows) {
        System.out.println("\n" + title);
        rows.forEach(each -> System.out.println("  " + each));
    }
}
