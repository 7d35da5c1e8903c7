/// Tests of the rules for Services, Ingresses and policies.
@NullMarked
package drydock.model.validation.network;

import org.jspecify.annotations.NullMarked;
