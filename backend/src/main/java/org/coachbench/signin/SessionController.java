package org.coachbench.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.coachbench.access.Viewer;
import org.coachbench.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out: the one thing an anonymous caller can do. */
@RestController
@RequestMapping("/session")
class SessionController {

    /** May use the API; somebody with a one-time password may not, until it is changed. */
    static final String FULL = "FULL";

    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 200;

    private final Accounts accounts;
    private final SignInAttempts attempts;
    private final People people;
    private final ObjectProvider<DemoSignIn> demo;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SessionController(Accounts accounts, SignInAttempts attempts, People people, ObjectProvider<DemoSignIn> demo) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.people = people;
        this.demo = demo;
    }

    record Credentials(@Nullable String email, @Nullable String password) {}

    record NewPassword(@Nullable String currentPassword, @Nullable String newPassword) {}

    record SessionPerson(String id, String name) {}

    record SessionState(
        @Nullable SessionPerson person,
        boolean administrator,
        boolean mustChangePassword,
        @Nullable DemoSignIn demo
    ) {}

    record Refusal(String code, String message) {}

    @GetMapping
    SessionState read(@AuthenticationPrincipal @Nullable Viewer viewer, CsrfToken csrf) {
        // Reading the token is what sends it to the browser as a cookie.
        csrf.getToken();
        return state(Optional.ofNullable(viewer).flatMap(known -> accounts.find(known.personId())));
    }

    @PostMapping
    ResponseEntity<Object> signIn(
        @RequestBody Credentials given,
        HttpServletRequest request,
        HttpServletResponse response
    ) {
        var email = orEmpty(given.email()).strip().toLowerCase(Locale.ROOT);
        var password = orEmpty(given.password());
        if (email.length() > 254 || password.length() > LONGEST_PASSWORD) {
            return refused("BAD_CREDENTIALS", "That address and password do not belong together.");
        }
        if (attempts.isLocked(email)) {
            return refused("LOCKED", "Too many attempts. Wait 15 minutes, or ask your administrator.");
        }
        var account = accounts.check(email, password);
        if (account.isEmpty()) {
            attempts.failed(email);
            return refused("BAD_CREDENTIALS", "That address and password do not belong together.");
        }
        attempts.succeeded(email);
        request.getSession(true);
        request.changeSessionId();
        remember(account.get(), request, response);
        return ResponseEntity.ok(state(account));
    }

    @PutMapping("/password")
    ResponseEntity<Object> changePassword(
        @AuthenticationPrincipal @Nullable Viewer viewer,
        @RequestBody NewPassword given,
        HttpServletRequest request,
        HttpServletResponse response
    ) {
        var account = Optional.ofNullable(viewer).flatMap(known -> accounts.find(known.personId()));
        if (account.isEmpty()) {
            return refused("UNAUTHENTICATED", "Sign in first.");
        }
        var current = orEmpty(given.currentPassword());
        var replacement = orEmpty(given.newPassword());
        if (replacement.length() < SHORTEST_PASSWORD || replacement.length() > LONGEST_PASSWORD) {
            return invalid("Use 12 to 200 characters. Three random words are good.");
        }
        if (replacement.equals(current)) {
            return invalid("Choose a password that is not the current one.");
        }
        if (!accounts.changePassword(account.get(), current, replacement)) {
            return invalid("The current password is not right.");
        }
        var changed = accounts.find(account.get().personId());
        request.changeSessionId();
        remember(changed.orElseThrow(), request, response);
        return ResponseEntity.ok(state(changed));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private void remember(Account account, HttpServletRequest request, HttpServletResponse response) {
        var viewer = new Viewer(account.personId(), account.administrator());
        var rights = account.mustChangePassword()
            ? AuthorityUtils.NO_AUTHORITIES
            : AuthorityUtils.createAuthorityList(FULL);
        var context = new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(viewer, null, rights));
        contexts.saveContext(context, request, response);
    }

    private SessionState state(Optional<Account> account) {
        var person = account
            .flatMap(known -> people.findById(known.personId()))
            .map(known -> new SessionPerson(known.id(), known.name()))
            .orElse(null);
        return new SessionState(
            person,
            account.map(Account::administrator).orElse(false),
            account.map(Account::mustChangePassword).orElse(false),
            demo.getIfAvailable()
        );
    }

    private static ResponseEntity<Object> refused(String code, String message) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body(new Refusal(code, message));
    }

    private static ResponseEntity<Object> invalid(String message) {
        return ResponseEntity.badRequest().body(new Refusal("INVALID", message));
    }

    private static String orEmpty(@Nullable String given) {
        return given == null ? "" : given;
    }
}
