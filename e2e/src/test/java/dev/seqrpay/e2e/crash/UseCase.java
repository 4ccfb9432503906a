package dev.seqrpay.e2e.crash;

import dev.seqrpay.payment.Claim;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a function was doing when it was killed, after what has happened before. */
enum UseCase {
    CHECKOUT {
        @Override
        FunctionCall prepare(CrashDeployment deployment, String order, SimulatorProcess seqr) {
            return deployment.checkout(order);
        }
    },
    NOTIFICATION {
        @Override
        FunctionCall prepare(CrashDeployment deployment, String order, SimulatorProcess seqr) {
            Map<String, Object> payment = paid(deployment, order, seqr);
            return deployment.notification(seqr.notificationUrl((String) payment.get("invoiceReference")));
        }
    },
    POLL {
        @Override
        FunctionCall prepare(CrashDeployment deployment, String order, SimulatorProcess seqr) {
            return deployment.status(view(paid(deployment, order, seqr))).later(Claim.LEASE);
        }
    },
    LOOK_BEHIND_THE_EXPIRY {
        @Override
        FunctionCall prepare(CrashDeployment deployment, String order, SimulatorProcess seqr) {
            return deployment.status(view(issued(deployment, order))).later(EXPIRED);
        }
    },
    LOOK_BEHIND_THE_EXPIRY_AT_WHAT_IS_PAID {
        @Override
        FunctionCall prepare(CrashDeployment deployment, String order, SimulatorProcess seqr) {
            return deployment.status(view(paid(deployment, order, seqr))).later(EXPIRED);
        }
    },
    CANCEL {
        @Override
        FunctionCall prepare(CrashDeployment deployment, String order, SimulatorProcess seqr) {
            return deployment.cancel(id(issued(deployment, order)));
        }
    },
    CANCEL_OF_WHAT_IS_PAID {
        @Override
        FunctionCall prepare(CrashDeployment deployment, String order, SimulatorProcess seqr) {
            return deployment.cancel(id(paid(deployment, order, seqr)));
        }
    },
    REFUND_IN_FULL {
        @Override
        FunctionCall prepare(CrashDeployment deployment, String order, SimulatorProcess seqr) {
            return deployment.refund(id(settled(deployment, order, seqr)), "refund", "100.00");
        }
    },
    /** Less than half, so that SEQR would pay it twice if it were asked twice. */
    REFUND_IN_PART {
        @Override
        FunctionCall prepare(CrashDeployment deployment, String order, SimulatorProcess seqr) {
            return deployment.refund(id(settled(deployment, order, seqr)), "refund", "30.00");
        }
    },
    PUBLISH {
        @Override
        FunctionCall prepare(CrashDeployment deployment, String order, SimulatorProcess seqr) {
            return deployment.publish(id(settled(deployment, order, seqr)));
        }
    },
    /** One that was not paid, one whose notification got lost, one that was never issued, one with a refund under way. */
    SWEEP {
        @Override
        FunctionCall prepare(CrashDeployment deployment, String order, SimulatorProcess seqr) {
            issued(deployment, order + "-unpaid");
            paid(deployment, order + "-unheard", seqr);
            cutOff(deployment.checkout(order + "-orphan"), 2, CrashPoint.Side.AFTER);
            cutOff(
                    deployment.refund(id(settled(deployment, order + "-refund", seqr)), "refund", "100.00"),
                    2,
                    CrashPoint.Side.BEFORE);
            return deployment.sweep(EXPIRED);
        }
    };

    /** Past the 15 minutes that a payment lives. */
    static final Duration EXPIRED = Duration.ofMinutes(15).plusSeconds(30);

    /** A sweep goes over all there is: to be killed at a known call, it needs a deployment for itself. */
    boolean isAlone() {
        return this == SWEEP;
    }

    /** Whether SEQR may tell the call that a payment is paid, so that it matters what SEQR takes for an acknowledgement. */
    boolean mayHearOfPaid() {
        return switch (this) {
            case NOTIFICATION, POLL, LOOK_BEHIND_THE_EXPIRY_AT_WHAT_IS_PAID, CANCEL_OF_WHAT_IS_PAID, SWEEP -> true;
            case CHECKOUT, LOOK_BEHIND_THE_EXPIRY, CANCEL, REFUND_IN_FULL, REFUND_IN_PART, PUBLISH -> false;
        };
    }

    /** @return the call to be killed */
    abstract FunctionCall prepare(CrashDeployment deployment, String order, SimulatorProcess seqr);

    private static Map<String, Object> issued(CrashDeployment deployment, String order) {
        return deployment.checkout(order).run().body();
    }

    private static Map<String, Object> paid(CrashDeployment deployment, String order, SimulatorProcess seqr) {
        Map<String, Object> payment = issued(deployment, order);
        seqr.pay((String) payment.get("invoiceReference"));
        return payment;
    }

    private static Map<String, Object> settled(CrashDeployment deployment, String order, SimulatorProcess seqr) {
        Map<String, Object> payment = paid(deployment, order, seqr);
        deployment
                .notification(seqr.notificationUrl((String) payment.get("invoiceReference")))
                .run();
        return payment;
    }

    /** As if it had been killed there: its later calls reach no server. */
    private static void cutOff(FunctionCall call, int at, CrashPoint.Side side) {
        CrashPoint point = new CrashPoint(at, side);
        Thread abandoned =
                new Thread(() -> call.with(point.on(call.environment())).run(), "abandoned");
        abandoned.setDaemon(true);
        abandoned.start();
        point.reached().orTimeout(2, TimeUnit.MINUTES).join();
    }

    private static String id(Map<String, Object> payment) {
        return (String) payment.get("id");
    }

    private static String view(Map<String, Object> payment) {
        return (String) ((Map<?, ?>) payment.get("links")).get("view");
    }
}
