/**
 * A process that reads documents nobody vouches for and makes previews and text of them.
 *
 * <p>It is started by the server with little memory, serves one job at a time, and may be killed at
 * any moment: nothing of it outlives a job. It gets frames on its standard input and answers each
 * with one on its standard output; when its input ends it ends, whatever it is doing. It talks to
 * nobody, starts nothing and writes nothing but temporary files.
 *
 * <p>Must not call any other part of the product; the frames are described in {@link
 * io.artifactor.worker.Job} and {@link io.artifactor.worker.Answer}.
 */
@NullMarked
package io.artifactor.worker;

import org.jspecify.annotations.NullMarked;
