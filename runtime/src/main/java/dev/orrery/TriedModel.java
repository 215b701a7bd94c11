package dev.orrery;

import dev.orrery.model.ModelName;
import dev.orrery.model.ModelProbe;
import dev.orrery.model.Price;
import java.net.URI;

/**
 * What was found out about a model by asking it.
 *
 * @param name provider and name
 * @param endpoint where it was asked
 * @param price what it costs, by the price table
 * @param found how the questions went, and how its server is spoken to from now on
 */
public record TriedModel(ModelName name, URI endpoint, Price price, ModelProbe.Found found) {}
