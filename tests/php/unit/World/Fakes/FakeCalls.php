<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\System\Sleep;
use OrderInvoicer\Domain\Work\CallsLeft;
use OrderInvoicer\Domain\Work\MinuteQuota;

/** Sellsy's allowance by the minute, as it would count and tell it; none until a limit is set. Nobody really sleeps. */
final class FakeCalls implements CallsLeft, Sleep {

	public int $limit = 0;

	public int $refused = 0;

	/** Milliseconds that somebody waited for the allowance. */
	public int $slept = 0;

	/** @var array<int, int> calls by minute of the clock. */
	public array $made = [];

	private ?MinuteQuota $seen = null;

	public function __construct( private readonly FakeClock $clock ) {}

	public function made( int $calls, int $milliseconds_each ): void {
		for ( $call = 0; $call < $calls; $call++ ) {
			$this->clock->advance_milliseconds( $milliseconds_each );
			$minute                = intdiv( $this->clock->now()->getTimestamp(), 60 );
			$this->made[ $minute ] = ( $this->made[ $minute ] ?? 0 ) + 1;
			$left                  = $this->limit - $this->made[ $minute ];
			$this->refused        += $left < 0 ? 1 : 0;
			$this->seen            = $this->seen?->then( max( 0, $left ), $this->clock->now() )
				?? new MinuteQuota( max( 0, $left ), $this->clock->now(), max( 0, $left ) );
		}
	}

	public function this_minute(): ?MinuteQuota {
		return $this->seen;
	}

	public function milliseconds( int $milliseconds ): void {
		$this->slept += $milliseconds;
		$this->clock->advance_milliseconds( $milliseconds );
	}
}
