package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {

    @Test
    void tenAreMadeInGroupsThatCanBeReadAloud() {
        List<RecoveryCode> codes = RecoveryCode.next();

        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(codes)
                .extracting(RecoveryCode::text)
                .allMatch(text -> text.matches("[a-z2-9]{5}(-[a-z2-9]{5}){4}"));
    }

    @Test
    void itIsTheSameHoweverItIsTyped() {
        RecoveryCode code = new RecoveryCode("h7k2m-9qxwd-4tz6r-bpn3v-a8c5e");

        for (String typed :
                List.of("h7k2m9qxwd4tz6rbpn3va8c5e", " H7K2M 9QXWD-4tz6r bpn3v a8c5e\n")) {
            assertThat(new RecoveryCode(RecoveryCode.plain(typed)).hash()).isEqualTo(code.hash());
        }
        assertThat(new RecoveryCode("h7k2m-9qxwd-4tz6r-bpn3v-a8c5f").hash())
                .isNotEqualTo(code.hash());
    }

    @Test
    void noneIsTakenForAOneTimeCode() {
        assertThat(RecoveryCode.next())
                .noneMatch(code -> OneTimeCodes.isOne(RecoveryCode.plain(code.text())));
    }

    @Test
    void nothingOfItIsInItsText() {
        RecoveryCode code = RecoveryCode.next().getFirst();

        assertThat(code.toString()).doesNotContain(code.text());
    }
}
