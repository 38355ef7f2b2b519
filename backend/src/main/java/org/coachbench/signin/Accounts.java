package org.coachbench.signin;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.coachbench.api.Problem;
import org.coachbench.people.People;
import org.coachbench.people.PeopleMerged;
import org.coachbench.people.Person;
import org.coachbench.people.PersonCorrecting;
import org.springframework.context.event.EventListener;
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
        var password = oneTimePassword();
        var account = new Account(person.id(), OneTimeHash.of(password), true, administrator);
        return insert(account) ? Optional.of(password) : Optional.empty();
    }

    /** The password of a new account, to be shown once. */
    record OneTimePassword(Person person, String password) {}

    /** Accounts for those who have none yet, in two store commands. */
    List<OneTimePassword> giveOneTimePasswords(List<Person> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        var there = accounts
            .findAllById(people.stream().map(Person::id).toList())
            .stream()
            .map(Account::personId)
            .collect(Collectors.toSet());
        var given = people
            .stream()
            .filter(person -> !there.contains(person.id()))
            .map(person -> new OneTimePassword(person, oneTimePassword()))
            .toList();
        store.insertAll(
            given
                .stream()
                .map(one -> new Account(one.person().id(), OneTimeHash.of(one.password()), true, false))
                .toList()
        );
        return given;
    }

    public boolean give(Person person, String password, boolean administrator) {
        return insert(new Account(person.id(), encoder.encode(password), false, administrator));
    }

    /** A new one-time password in place of one that was never used; empty when there is none to be renewed. */
    Optional<String> renewOneTimePassword(String personId) {
        return accounts
            .findById(personId)
            .filter(Account::mustChangePassword)
            .map(account -> {
                var password = oneTimePassword();
                accounts.save(new Account(personId, OneTimeHash.of(password), true, account.administrator()));
                return password;
            });
    }

    /** Nobody but an administrator gives another address or password to an administrator. */
    @EventListener
    void refuseForAdministrators(PersonCorrecting correcting) {
        if (
            !correcting.viewer().administrator() &&
            accounts.findById(correcting.personId()).filter(Account::administrator).isPresent()
        ) {
            throw Problem.notFound("person", "personId");
        }
    }

    /** Two records became one: an account of the double goes, or becomes that of the kept record if it has none. */
    @EventListener
    void merge(PeopleMerged merged) {
        accounts.findById(merged.doubleId()).ifPresent(account -> {
            if (!accounts.existsById(merged.keptId())) {
                accounts.save(account.of(merged.keptId()));
            }
            accounts.deleteById(merged.doubleId());
        });
    }

    /** Somebody has to be left who can register people. */
    public boolean isLastAdministrator(String personId) {
        var administrators = accounts.findAll().stream().filter(Account::administrator).limit(2).toList();
        return administrators.size() == 1 && administrators.getFirst().personId().equals(personId);
    }

    private boolean insert(Account account) {
        try {
            store.insert(account);
            return true;
        } catch (DuplicateKeyException e) {
            // A repeated registration: the account is there and keeps its password.
            return false;
        }
    }

    private String oneTimePassword() {
        return random
            .ints(ONE_TIME_LENGTH, 0, LETTERS.length())
            .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
            .collect(Collectors.joining());
    }

    public boolean isEmpty() {
        return accounts.count() == 0;
    }

    /** Takes as long for an address that nobody has as for a wrong password. */
    Optional<Account> check(String email, String password) {
        var account = people.findByEmail(email).flatMap(person -> accounts.findById(person.id()));
        var hash = account.map(Account::passwordHash).orElseGet(hashOfNobody);
        var matches = matches(password, hash);
        return matches ? account : Optional.empty();
    }

    private boolean matches(String password, String hash) {
        if (OneTimeHash.isOne(hash)) {
            // For its time alone, which would tell one-time passwords from others.
            encoder.matches(password, hashOfNobody.get());
            return OneTimeHash.matches(password, hash);
        }
        return encoder.matches(password, hash);
    }

    Optional<Account> find(String personId) {
        return accounts.findById(personId);
    }

    /** False when the current password is not right. */
    boolean changePassword(Account account, String current, String replacement) {
        if (!matches(current, account.passwordHash())) {
            return false;
        }
        accounts.save(account.withPassword(encoder.encode(replacement)));
        return true;
    }
}
