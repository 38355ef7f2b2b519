package org.coachbench.signin;

import java.util.List;

/** The demo people that the sign-in page offers, all with the same password. */
public record DemoSignIn(String password, List<DemoPerson> people) {
    public record DemoPerson(String name, String email, String role) {}
}
