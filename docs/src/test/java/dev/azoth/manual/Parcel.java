package dev.azoth.manual;

/** A class that knows nothing of databases. */
// tag::parcel-class
public class Parcel {
    private String code = "";
    private String recipient = "";

    // end::parcel-class
    protected Parcel() {}

    Parcel(String code, String recipient) {
        this.code = code;
        this.recipient = recipient;
    }

    String recipient() {
        return recipient;
    }

    String code() {
        return code;
    }
    // tag::parcel-class
    // …
}
// end::parcel-class
