package dev.seqrpay.simulation.world;

import dev.seqrpay.simulation.check.Checks;
import dev.seqrpay.simulation.door.Doors;
import dev.seqrpay.simulation.engine.Cloud;
import dev.seqrpay.simulation.engine.Function;
import dev.seqrpay.simulation.engine.Invocation;
import dev.seqrpay.simulation.engine.Time;
import dev.seqrpay.simulation.engine.Trace;
import dev.seqrpay.simulation.engine.Weather;
import dev.seqrpay.simulator.core.Payer;
import java.util.function.Supplier;

/** What the people of a seed have around them: its time, the functions that they call, their phones, and who watches them. */
record Surroundings(Time time, Weather weather, Cloud cloud, Doors doors, Payer phones, Checks checks, Trace trace) {

    /** @param number of the run, different from all others that the same payment has of this function */
    void invoke(Function function, long payment, long number, Supplier<?> code, Invocation.End end) {
        cloud.invoke(function, payment, number, code, end);
    }
}
