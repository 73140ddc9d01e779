package io.artifactor.quota;

import java.util.OptionalLong;

/**
 * What a holder has and may have, in bytes.
 *
 * @param limit none where nothing limits it
 * @param own whether the limit was set for this holder, and is not the server's for everybody
 */
public record QuotaView(Holder holder, long used, OptionalLong limit, boolean own) {}
