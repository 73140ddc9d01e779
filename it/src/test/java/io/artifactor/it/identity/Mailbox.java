package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.artifactor.it.RunningServer;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** What the server sent by mail. */
public final class Mailbox {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Pattern TOKEN = Pattern.compile("#token=(ar[ilp]_[A-Za-z0-9_-]{43})");

    private Mailbox() {}

    public static List<String> mailTo(String address) {
        return Arrays.stream(RunningServer.mail().getReceivedMessages())
                .filter(message ->
                        address.equals(GreenMailUtil.getAddressList(recipients(message))))
                .map(Mailbox::text)
                .toList();
    }

    private static Address[] recipients(MimeMessage message) {
        try {
            return message.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage message) {
        return GreenMailUtil.getBody(message).replace("=\r\n", "").replace("=3D", "=");
    }

    /** Waits for so many messages to that address that say this. */
    public static List<String> await(String address, String saying, int number) {
        return Awaitility.await()
                .atMost(SOON)
                .until(() -> saying(address, saying), found -> found.size() >= number);
    }

    public static List<String> saying(String address, String saying) {
        return mailTo(address).stream().filter(text -> text.contains(saying)).toList();
    }

    /** The token in a link of a message. */
    public static String tokenIn(String mail) {
        Matcher token = TOKEN.matcher(mail);
        assertThat(token.find()).as(mail).isTrue();
        return token.group(1);
    }

    /** The token of the link with that number sent to that address, counted from 1. */
    public static String token(String address, int number) {
        return tokenIn(await(address, "#token=", number).get(number - 1));
    }
}
