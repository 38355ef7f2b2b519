package org.coachbench.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.types.ObjectId;
import org.coachbench.api.AppliedMutations;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** Looks after schools, and over dates names people who read the figures of these: a trust or a delivery partner. */
@Document("organisations")
@CompoundIndex(name = "figures_read_by", def = "{'readers.personId': 1}")
public abstract sealed class Organisation {

    private static final int MOST_READERS_AT_ONCE = 50;

    @Id
    private final String id;

    @Version
    @SuppressWarnings("UnusedVariable") // read by Spring Data
    private @Nullable Integer version;

    private final String name;

    /** Its kind and its name without regard to case: no two of a kind are called the same. */
    @Indexed(unique = true)
    @SuppressWarnings("UnusedVariable") // read by its index
    private final String uniqueName;

    private List<Appointment> readers = new ArrayList<>();
    private AppliedMutations applied = new AppliedMutations();

    private Organisation(String id, String name, String uniqueName) {
        this.id = id;
        this.name = name;
        this.uniqueName = uniqueName;
    }

    /** Runs several schools; its leads read their figures. */
    @Document("organisations")
    public static final class Trust extends Organisation {

        static final String ID_PREFIX = "trust_";

        Trust(String id, String name, String uniqueName) {
            super(id, name, uniqueName);
        }

        static Trust register(String name) {
            return new Trust(newId(ID_PREFIX), name.strip(), uniqueName(ID_PREFIX, name));
        }
    }

    /** Trains the ECTs of the schools in partnership with it; its administrators read their figures. */
    @Document("organisations")
    public static final class DeliveryPartner extends Organisation {

        static final String ID_PREFIX = "partner_";

        DeliveryPartner(String id, String name, String uniqueName) {
            super(id, name, uniqueName);
        }

        static DeliveryPartner register(String name) {
            return new DeliveryPartner(newId(ID_PREFIX), name.strip(), uniqueName(ID_PREFIX, name));
        }
    }

    private static String newId(String prefix) {
        return prefix + new ObjectId().toHexString();
    }

    static String uniqueName(String prefix, String name) {
        return prefix + name.strip().toLowerCase(Locale.ROOT);
    }

    void appoint(Appointment appointment) {
        readers = Appointment.with(appointment, readers, MOST_READERS_AT_ONCE);
    }

    void end(String personId, LocalDate lastDay) {
        readers = Appointment.ended(personId, lastDay, readers);
    }

    void mergeAppointments(String keptId, String doubleId) {
        readers = Appointment.heldBy(keptId, doubleId, readers);
    }

    List<Appointment> readers() {
        return List.copyOf(readers);
    }

    public List<String> readersOn(LocalDate day) {
        return Appointment.on(day, readers);
    }

    AppliedMutations applied() {
        return applied;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }
}
