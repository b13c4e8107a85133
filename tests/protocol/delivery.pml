// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The protocol of resources/sql/0009_delivery.sql and app/relay/delivery/lane.cpp as a model: one message, two relays that
   may die at any step, answers that get lost, leases that run out. Checked:
   - a target that does not know keys has the effect at most once, ever;
   - what is only asked about is never sent, and what the target then says of it is so;
   - every message comes to an end (delivered, failed or in doubt): every run of the model is finite, so one that got stuck
     would be an invalid end state.
   One assumption about time, as the code keeps it: a lease outlasts what is sent under it (a request is begun only while
   connecting and answering fit into the lease). So a lease runs out only when its relay is dead, or has not begun to send.

   Variants by -D: IDEMPOTENT (the target knows the key), LOOKUP (it can be asked whether the effect is there), ASKED (LOOKUP,
   and a person has it asked about, or sent again, when it has failed or is in doubt; two relays that do not die, for else there
   are too many runs) and MORTAL (as ASKED, with one relay that may die and the one that comes after it). */

#ifdef MORTAL
#define ASKED
#endif
#ifdef ASKED
#define LOOKUP
#ifdef MORTAL
#define MAX_TRIES 3
#define MAX_DEATHS 1
#else
#define MAX_TRIES 2
#define MAX_DEATHS 0
#endif
#define MAX_WISHES 2
#else
#define MAX_TRIES 3
#define MAX_DEATHS 2
#define MAX_WISHES 0
#endif

mtype = { pending, delivering, retrying, delivered, failed, in_doubt };

mtype status = pending;
byte owner = 0;      /* of the lease; no two relays that ever ran have one name */
byte number = 0;     /* of the try */
bool sent = false;   /* the try under way is on record as sent */
byte tries = 0;      /* since it was made, or last asked for by a person */
bool verify = false; /* ask before sending */
bool ask = false;    /* a person wants to know only: nothing may be sent */
bool absent = false; /* the target said that it is not there, and nothing has been sent since */
mtype before = failed; /* how it stood when a person asked */
byte wishes = 0;     /* of the person */
bool ran_out = false;

bool effect = false; /* the target has done it */
byte effects = 0;    /* how often a target without keys has done it */
bool busy[5];        /* a request of this relay is under way */
bool dead[5];
byte deaths = 0;

#define SETTLED (status == delivered || status == failed || status == in_doubt)
#define ENDED (status == delivered || (SETTLED && wishes == MAX_WISHES))

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
    status = (tries < MAX_TRIES -> retrying : in_doubt)
#else
#ifdef LOOKUP
    if :: tries < MAX_TRIES -> status = retrying; verify = true
       :: else -> status = in_doubt fi
#else
    status = in_doubt
#endif
#endif
}

/* a question without an answer: once more, or all is as it was */
inline to_unanswered()
{
    status = (tries < MAX_TRIES -> retrying : before)
}

/* A relay's end of a try: takes effect only while the lease is still this try's. */
#define MINE (status == delivering && owner == me && number == mine)

proctype relay(byte me)
{
    byte mine;
    bool allowed;
    bool looks, asks; /* as the claim said */
idle:
    atomic {
        if
        :: dead[me] -> goto gone
        :: ENDED -> goto gone
        :: (status == pending || status == retrying) && tries < MAX_TRIES ->
            status = delivering; owner = me; number++; tries++; mine = number; looks = verify; asks = ask; sent = false; ran_out = false
        :: (status == pending || status == retrying) && tries >= MAX_TRIES ->
            status = (ask -> before : (verify -> in_doubt : failed)); goto idle
        fi
    }
    if :: dead[me] -> goto gone :: !dead[me] fi;
    /* asking first */
    if
    :: looks ->
        if /* the lookup is answered, or not */
        :: atomic { effect -> if :: MINE -> status = delivered :: else fi; goto idle }
        :: atomic { !effect && asks -> if :: MINE -> status = failed; absent = true :: else fi; goto idle }
        :: atomic { !effect && !asks -> skip }
        :: atomic { if :: MINE && asks -> to_unanswered() :: MINE && !asks -> to_unknown() :: else fi; goto idle }
        fi
    :: !looks
    fi;
    assert(!asks);
#ifndef IDEMPOTENT
    /* on record before it is sent, only while the lease holds */
    atomic { allowed = MINE && !ran_out && !ask; if :: allowed -> sent = true; absent = false :: else fi }
    if :: !allowed -> goto idle :: allowed fi;
#else
    atomic { if :: MINE && !ran_out :: else -> goto idle fi }
#endif
    atomic { if :: dead[me] -> goto gone :: !dead[me] -> busy[me] = true fi }
    if
    :: atomic { do_effect(); busy[me] = false; if :: dead[me] -> goto gone :: else fi; if :: MINE -> status = delivered :: else fi; goto idle } /* answered */
    :: atomic { do_effect(); busy[me] = false; if :: dead[me] -> goto gone :: else fi; if :: MINE -> to_unknown() :: else fi; goto idle }      /* done, the answer was lost */
    :: atomic { busy[me] = false; if :: dead[me] -> goto gone :: else fi; if :: MINE -> to_unknown() :: else fi; goto idle }                   /* lost on the way */
    :: atomic { busy[me] = false; if :: dead[me] -> goto gone :: else fi; if :: MINE -> status = retrying; verify = false :: else fi; goto idle } /* refused: not applied */
    :: atomic { busy[me] = false; if :: dead[me] -> goto gone :: else fi; if :: MINE -> status = failed; verify = false :: else fi; goto idle } /* refused for good */
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

/* A person has the target asked about what has failed or is in doubt, or has it sent again: what may be there only after a look. */
proctype person()
{
    do
    :: atomic { SETTLED && status != delivered && wishes < MAX_WISHES ->
        assert(status != failed || !effect); /* what has failed is not there: of that the plan makes "safe" */
        wishes++;
        if :: ask = true :: ask = false fi;
        verify = ask || status == in_doubt || absent;
        before = status; tries = 0; status = pending }
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
        :: ask -> to_unanswered()
#ifdef IDEMPOTENT
        :: !ask -> status = retrying
#else
        :: !ask && !sent -> status = retrying
#ifdef LOOKUP
        :: !ask && sent -> status = retrying; verify = true
#else
        :: !ask && sent -> status = in_doubt
#endif
#endif
        fi }
    :: ENDED -> break
    od
}

init
{
    atomic { run relay(1); run killer();
#ifndef MORTAL
        run relay(2);
#endif
#ifdef ASKED
        run person();
#endif
        run housekeeping() }
}
