package org.coachbench.people;

import java.util.Locale;
import java.util.regex.Pattern;
import org.coachbench.api.Problem;

/** An e-mail address, in lower case so that it is found whatever case it is typed in. */
record Email(String address) {
    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile(
        "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]"
    );

    static Email of(String typed) {
        var address = kept(typed);
        if (address.length() > LONGEST || address.contains("..") || !FORM.matcher(address).matches()) {
            throw Problem.invalid("Enter an email address in the correct format, like name@example.com.", "email");
        }
        return new Email(address);
    }

    /** As an address is kept, whether or not it is one. */
    static String kept(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
