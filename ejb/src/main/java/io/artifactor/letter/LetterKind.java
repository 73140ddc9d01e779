package io.artifactor.letter;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people are told of, and in which words. */
enum LetterKind {
    PASSWORD_CHANGED(
            "Your password was changed",
            "The password of your account %1$s was changed, and its other sign-ins have ended."),
    PASSWORD_RESET(
            "Your password was changed",
            "The password of your account %1$s was changed by a link sent to you, and all its sign-ins have ended."),
    PASSWORD_GIVEN(
            "You have a new password",
            "An administrator gave your account %1$s a new password. You choose one of your own at the next sign-in."),
    ADDRESS_CHANGED(
            "Your e-mail address was changed",
            "The account %1$s has another e-mail address now. This is the last message to this one."),
    TOKEN_CREATED(
            "A new access token",
            "The access token \"%2$s\" was made in your account %1$s. Whoever has it works in your name."),
    TOKEN_ENDS(
            "An access token ends soon",
            "The access token \"%2$s\" of your account %1$s ends within a week. Make another one before, if something still uses it."),
    SIGN_IN_LINKED(
            "Your account has one more sign-in",
            "From now on, whoever signs in as %2$s uses your account %1$s."),
    SECOND_FACTOR_SET_UP(
            "Your account has a second factor",
            "From now on, your account %1$s asks for a second factor beside the password: a one-time code, or a security key. Its other sign-ins have ended."),
    SECOND_FACTOR_REMOVED(
            "Your account has no second factor any more",
            "The second factor of your account %1$s was removed. From now on the password is enough."),
    ONE_TIME_CODES_SET_UP(
            "Your account takes one-time codes",
            "From now on, your account %1$s takes one-time codes as well as security keys."),
    ONE_TIME_CODES_REMOVED(
            "Your account takes no one-time codes any more",
            "The one-time codes of your account %1$s were removed. Its security keys are still asked for."),
    SECURITY_KEY_ADDED(
            "Your account has one more security key",
            "The security key \"%2$s\" was added to your account %1$s."),
    SECURITY_KEY_REMOVED(
            "A security key was removed",
            "The security key \"%2$s\" of your account %1$s was removed. It opens nothing any more."),
    RECOVERY_CODE_USED(
            "A recovery code was used",
            "One of the recovery codes of your account %1$s was used instead of a one-time code or a security key. It is good no more."),
    GUESSED(
            "Somebody tries to sign in as you",
            "Many sign-ins to your account %1$s failed one after the other, so further ones are slowed down."
                    + " You are told once a day at most.",
            Duration.ofDays(1));

    private static final String UNEXPECTED =
            "If this was not you, choose a new password here, which ends all sign-ins, and tell an administrator:";

    private final String subject;
    private final String text;
    private final @Nullable Duration pause;

    LetterKind(String subject, String text) {
        this(subject, text, null);
    }

    LetterKind(String subject, String text, @Nullable Duration pause) {
        this.subject = subject;
        this.text = text;
        this.pause = pause;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static LetterKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of letter: " + id));
    }

    /** How long nobody is told the same again. */
    Optional<Duration> pause() {
        return Optional.ofNullable(pause);
    }

    String subject() {
        return subject;
    }

    /**
     * What is said to a user.
     *
     * @param about the name of what it is about; what people wrote themselves stands in quotes
     */
    String text(String username, String about, String resetPage) {
        String said = text.formatted(username, about);
        return this == TOKEN_ENDS ? said : said + "\n\n" + UNEXPECTED + "\n\n" + resetPage;
    }
}
