/** The sandbox's own time, so that tests can let tokens expire, days pass or an outage end. */
export class Clock {
	private offset = 0;

	now(): Date {
		return new Date( Date.now() + this.offset );
	}

	milliseconds(): number {
		return this.now().getTime();
	}

	advance( seconds: number ): void {
		this.offset += seconds * 1000;
	}

	/** From now on the clock runs on from this moment. */
	set( moment: Date ): void {
		this.offset = moment.getTime() - Date.now();
	}

	reset(): void {
		this.offset = 0;
	}

	/** `YYYY-MM-DD` in the account's time zone. */
	today(): string {
		return this.now().toLocaleDateString( 'en-CA', {
			timeZone: 'Europe/Paris',
		} );
	}

	/** ISO 8601 with an offset, as Sellsy writes moments. */
	iso(): string {
		return this.now()
			.toISOString()
			.replace( /\.\d+Z$/, '+00:00' );
	}
}

export function addDays( date: string, days: number ): string {
	const moment = new Date( `${ date }T12:00:00Z` );
	moment.setUTCDate( moment.getUTCDate() + days );
	return moment.toISOString().slice( 0, 10 );
}

export function endOfMonth( date: string ): string {
	const moment = new Date( `${ date }T12:00:00Z` );
	moment.setUTCMonth( moment.getUTCMonth() + 1, 0 );
	return moment.toISOString().slice( 0, 10 );
}
