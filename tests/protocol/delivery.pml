// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The protocol of resources/sql/0009_delivery.sql and app/relay/delivery/lane.cpp as a model: one message, two relays that
   may die at any step, answers that get lost, leases that run out. Checked:
   - a target that does not know keys has the effect at most once, ever;
   - every message comes to an end (delivered, failed or in doubt): every run of the model is finite, so one that got stuck
     would be an invalid end state.
   One assumption about time, as the code keeps it: a lease outlasts what is sent under it (a request is begun only while
   connecting and answering fit into the lease). So a lease runs out only when its relay is dead, or has not begun to send.

   Variants by -D: IDEMPOTENT (the target knows the key), LOOKUP (it can be asked whether the effect is there). */

mtype = { pending, delivering, retrying, delivered, failed, in_doubt };

mtype status = pending;
byte owner = 0;      /* of the lease; no two relays that ever ran have one name */
byte number = 0;     /* of the try */
bool sent = false;   /* the try under way is on record as sent */
bool verify = false; /* ask before sending */
bool ran_out = false;

bool effect = false; /* the target has done it */
byte effects = 0;    /* how often a target without keys has done it */
bool busy[5];        /* a request of this relay is under way */
bool dead[5];
byte deaths = 0;

#define MAX_TRIES 3
#define MAX_DEATHS 2
#define ENDED (status == delivered || status == failed || status == in_doubt)

inline do_effect()
{
#ifdef IDEMPOTENT
    effect = true
#else
    effect = true; effects++; assert(effects <= 1)
#endif
}

/* unknown outcome: again under the same key, or after a look, else a person has to see */
inline to_unknown()
{
#ifdef IDEMPOTENT
    status = (number < MAX_TRIES -> retrying : in_doubt)
#else
#ifdef LOOKUP
    if :: number < MAX_TRIES -> status = retrying; verify = true
       :: else -> status = in_doubt fi
#else
    status = in_doubt
#endif
#endif
}

/* A relay's end of a try: takes effect only while the lease is still this try's. */
#define MINE (status == delivering && owner == me && number == mine)

proctype relay(byte me)
{
    byte mine;
    bool allowed;
idle:
    atomic {
        if
        :: dead[me] -> goto gone
        :: ENDED -> goto gone
        :: (status == pending || status == retrying) && number < MAX_TRIES ->
            status = delivering; owner = me; number++; mine = number; sent = false; ran_out = false
        :: (status == pending || status == retrying) && number >= MAX_TRIES -> status = failed; goto gone
        fi
    }
    if :: dead[me] -> goto gone :: !dead[me] fi;
    /* asking first */
    if
    :: verify ->
        if /* the lookup is answered, or not */
        :: atomic { effect -> if :: MINE -> status = delivered :: else fi; goto idle }
        :: atomic { !effect -> skip }
        :: atomic { if :: MINE -> to_unknown() :: else fi; goto idle }
        fi
    :: !verify
    fi;
#ifndef IDEMPOTENT
    /* on record before it is sent, only while the lease holds */
    atomic { allowed = MINE && !ran_out; if :: allowed -> sent = true :: else fi }
    if :: !allowed -> goto idle :: allowed fi;
#else
    atomic { if :: MINE && !ran_out :: else -> goto idle fi }
#endif
    atomic { if :: dead[me] -> goto gone :: !dead[me] -> busy[me] = true fi }
    if
    :: atomic { do_effect(); busy[me] = false; if :: dead[me] -> goto gone :: else fi; if :: MINE -> status = delivered :: else fi; goto idle } /* answered */
    :: atomic { do_effect(); busy[me] = false; if :: dead[me] -> goto gone :: else fi; if :: MINE -> to_unknown() :: else fi; goto idle }      /* done, the answer was lost */
    :: atomic { busy[me] = false; if :: dead[me] -> goto gone :: else fi; if :: MINE -> to_unknown() :: else fi; goto idle }                   /* lost on the way */
    :: atomic { busy[me] = false; if :: dead[me] -> goto gone :: else fi; if :: MINE -> status = retrying :: else fi; goto idle }              /* refused: not applied */
    :: atomic { busy[me] = false; if :: dead[me] -> goto gone :: else fi; if :: MINE -> status = failed :: else fi; goto idle }                /* refused for good */
    fi;
gone:
    skip
}

/* A relay dies at any moment, and another one is started; what it has sent may still arrive while nobody knows. */
proctype killer()
{
    do
    :: deaths < MAX_DEATHS && !ENDED -> atomic {
        deaths++;
        if
        :: !dead[1] -> dead[1] = true
        :: !dead[2] -> dead[2] = true
        :: deaths == 2 && !dead[3] -> dead[3] = true
        fi;
        run relay(2 + deaths) }
    :: ENDED -> break
    od
}

/* integration.recover(): leases that have run out. */
proctype housekeeping()
{
    do
    :: atomic { status == delivering && !ran_out && !busy[owner] && (dead[owner] || !sent) -> ran_out = true }
    :: atomic { status == delivering && ran_out && !busy[owner] ->
        if
#ifdef IDEMPOTENT
        :: true -> status = retrying
#else
        :: !sent -> status = retrying
#ifdef LOOKUP
        :: sent -> status = retrying; verify = true
#else
        :: sent -> status = in_doubt
#endif
#endif
        fi }
    :: ENDED -> break
    od
}

init
{
    atomic { run relay(1); run relay(2); run killer(); run housekeeping() }
}
