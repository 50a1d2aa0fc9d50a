import { appendFileSync } from 'node:fs';
import type { Json, JsonObject } from '../contract/json.ts';
import { V1Contract } from '../contract/v1/methods.ts';
import { Contract } from '../contract/validate.ts';
import type { Problem } from '../contract/validate.ts';
import { Clock } from './clock.ts';
import { seedClients } from './clients.ts';
import type { SentEvent } from './events.ts';
import { Faults } from './faults.ts';
import { Login } from './oauth.ts';
import { DEFAULT_OPTIONS, mergeOptions } from './options.ts';
import type { Options, OptionsPatch } from './options.ts';
import type { Query } from './paging.ts';
import { Quota } from './quota.ts';
import { referenceData } from './seed.ts';
import { emptyState } from './state.ts';
import type { State } from './state.ts';
import { emptyV1State } from './v1/state.ts';
import type { V1State } from './v1/state.ts';

/** One request as the history shows it. Never the Authorization header, and no secret of the login host. */
export interface Call {
	id: number;
	at: string;
	host: 'api' | 'login' | 'v1' | 'files';
	method: string;
	path: string;
	query: string;
	request: Json;
	/** 0 while it runs, or where the connection was dropped. */
	status: number;
	response: Json;
	fault: string | null;
	operation: string | null;
	duration_ms: number;
}

export interface Violation extends Problem {
	side: 'request' | 'response';
	operation: string;
	call: number;
}

/** What a route is given. Ids of the path are numbers (the contract has checked them); `me` stays a text. */
export interface ApiCall {
	ids: number[];
	path: string;
	query: Query;
	body: JsonObject;
	/** A body that is a list. */
	entries: JsonObject[];
	staff: number;
	world: World;
}

export interface Answer {
	status: number;
	body?: JsonObject | JsonObject[];
}

export type Routes = Record< string, ( call: ApiCall ) => Answer >;

/** Everything the sandbox remembers. */
export class World {
	readonly contract = new Contract();
	readonly v1Contract = new V1Contract();
	readonly clock = new Clock();
	readonly faults = new Faults();
	/** Outlives a reset, so that whoever runs the suites can ask at the end. */
	readonly violations: Violation[] = [];
	options: Options = DEFAULT_OPTIONS;
	/** Where the sandbox answers: documents name their files by it. */
	url = 'https://sandbox.example';
	state: State = emptyState( referenceData() );
	v1: V1State = emptyV1State();
	calls: Call[] = [];
	/** What webhooks were told, the oldest first. */
	events: SentEvent[] = [];
	quota = new Quota( this.clock );
	v1Quota = new Quota( this.clock );
	login: Login = this.freshLogin();

	/**
	 * `violationsFile` collects the violations of many processes, one JSON object per line; `account` is the one that
	 * is played, and comes back with each reset.
	 */
	constructor(
		private readonly violationsFile: string | null = null,
		private readonly account: OptionsPatch = {}
	) {
		this.options = mergeOptions( DEFAULT_OPTIONS, account );
	}

	reset( options: OptionsPatch = {} ): void {
		this.clock.reset();
		this.faults.clear();
		this.options = mergeOptions( DEFAULT_OPTIONS, {
			...this.account,
			...options,
		} );
		this.state = emptyState( referenceData() );
		this.v1 = emptyV1State();
		this.calls = [];
		this.events = [];
		this.quota = new Quota( this.clock );
		this.v1Quota = new Quota( this.clock );
		this.login = this.freshLogin();
	}

	record( call: Omit< Call, 'id' | 'at' > ): Call {
		const recorded = {
			...call,
			id: this.calls.length + 1,
			at: this.clock.iso(),
		};
		this.calls.push( recorded );
		return recorded;
	}

	violate(
		side: Violation[ 'side' ],
		operation: string,
		call: number,
		problems: readonly Problem[]
	): void {
		for ( const problem of problems ) {
			const violation = { side, operation, call, ...problem };
			this.violations.push( violation );
			if ( this.violationsFile !== null ) {
				appendFileSync(
					this.violationsFile,
					JSON.stringify( violation ) + '\n'
				);
			}
		}
	}

	private freshLogin(): Login {
		const scopes = this.contract.operations.flatMap(
			( operation ) => operation.scopes
		);
		return new Login(
			seedClients( [ 'api-v1', ...new Set( scopes ) ].sort() ),
			this.clock,
			() => this.options
		);
	}
}
