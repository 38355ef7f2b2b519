package org.coachbench.signin;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/** Gives accounts and checks passwords, hashed with Argon2id. */
@Service
public class Accounts {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int ONE_TIME_LENGTH = 16;

    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final SecureRandom random = new SecureRandom();
    /** Made when it is first needed: hashing takes a good part of a second at start. */
    private final Supplier<String> hashOfNobody = SingletonSupplier.of(() -> encoder.encode("nobody has this"));
    private final AccountStore accounts;
    private final MongoOperations store;
    private final People people;

    Accounts(AccountStore accounts, MongoOperations store, People people) {
        this.accounts = accounts;
        this.store = store;
        this.people = people;
    }

    /** Gives a person an account whose password must be changed at once; empty when they have one already. */
    public Optional<String> giveOneTimePassword(Person person, boolean administrator) {
        var password = random
            .ints(ONE_TIME_LENGTH, 0, LETTERS.length())
            .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
            .collect(Collectors.joining());
        return insert(person, password, true, administrator) ? Optional.of(password) : Optional.empty();
    }

    public boolean give(Person person, String password, boolean administrator) {
        return insert(person, password, false, administrator);
    }

    private boolean insert(Person person, String password, boolean mustChange, boolean administrator) {
        try {
            store.insert(new Account(person.id(), encoder.encode(password), mustChange, administrator));
            return true;
        } catch (DuplicateKeyException e) {
            // A repeated registration: the account is there and keeps its password.
            return false;
        }
    }

    public boolean isEmpty() {
        return accounts.count() == 0;
    }

    /** Takes as long for an address that nobody has as for a wrong password. */
    Optional<Account> check(String email, String password) {
        var account = people.findByEmail(email).flatMap(person -> accounts.findById(person.id()));
        var hash = account.map(Account::passwordHash).orElseGet(hashOfNobody);
        var matches = encoder.matches(password, hash);
        return matches ? account : Optional.empty();
    }

    Optional<Account> find(String personId) {
        return accounts.findById(personId);
    }

    /** False when the current password is not right. */
    boolean changePassword(Account account, String current, String replacement) {
        if (!encoder.matches(current, account.passwordHash())) {
            return false;
        }
        accounts.save(account.withPassword(encoder.encode(replacement)));
        return true;
    }
}
