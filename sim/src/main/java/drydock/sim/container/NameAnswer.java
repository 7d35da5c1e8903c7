package drydock.sim.container;

import java.util.List;

/// What a name server says of a name.
///
/// @param server the address of the name server
/// @param name the whole name that was found
/// @param alias the name it stands for, or empty
/// @param addresses its addresses; none if it is not known
public record NameAnswer(String server, String name, String alias, List<String> addresses) {

    public NameAnswer {
        addresses = List.copyOf(addresses);
    }

    public boolean found() {
        return !addresses.isEmpty();
    }
}
