package io.artifactor.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this command, as its jar's manifest has it. */
final class Version implements IVersionProvider {

    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"artifactor " + text()};
    }
}
