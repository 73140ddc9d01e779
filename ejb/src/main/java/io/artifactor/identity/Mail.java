package io.artifactor.identity;

/**
 * A message to one person.
 *
 * @param text may hold a secret, so it is shown nowhere else
 */
public record Mail(String to, String subject, String text) {

    @Override
    public String toString() {
        return "Mail[" + subject + "]";
    }
}
