package org.coachbench.mail;

import static java.util.Objects.requireNonNullElse;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** How e-mail is sent, where it is: with {@code spring.mail.host}. Half of the settings end the start, which says what is missing. */
@Component
class MailSettings {

    private static final String FROM = "coachbench.mail.from";
    private static final String ADDRESS = "coachbench.public-address";

    private final @Nullable Post post;

    /**
     * Whence letters go.
     *
     * @param publicAddress under which people reach the service, without a slash at its end
     */
    record Post(JavaMailSenderImpl server, InternetAddress from, String publicAddress) {}

    MailSettings(
        ObjectProvider<JavaMailSenderImpl> server,
        @Value("${" + FROM + "}") String from,
        @Value("${" + ADDRESS + "}") String publicAddress
    ) {
        var known = server.getIfAvailable();
        post = known == null ? null : new Post(known, sender(from), address(publicAddress));
    }

    /** Empty when e-mail is off. */
    Optional<Post> post() {
        return Optional.ofNullable(post);
    }

    private static InternetAddress sender(String from) {
        try {
            var sender = new InternetAddress(from, true);
            if (!from.contains("@")) {
                throw new AddressException("It has no @.");
            }
            return sender;
        } catch (AddressException e) {
            throw new InvalidConfigurationPropertyValueException(
                FROM,
                from,
                "E-mail is on with spring.mail.host: give the address that it comes from, such as Coachbench <coachbench@example.org>."
            );
        }
    }

    private static String address(String publicAddress) {
        var address = publicAddress.replaceFirst("/+$", "");
        if (!isAddress(address)) {
            throw new InvalidConfigurationPropertyValueException(
                ADDRESS,
                publicAddress,
                "E-mail is on with spring.mail.host: give the address to which its links lead, such as https://coaching.example.org."
            );
        }
        return address;
    }

    private static boolean isAddress(String address) {
        try {
            var uri = URI.create(address);
            var scheme = requireNonNullElse(uri.getScheme(), "");
            return (
                scheme.matches("https?") && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null
            );
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
