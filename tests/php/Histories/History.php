<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Histories;

use OrderInvoicer\Tests\unit\Domain\SeededNumbers;

/** What happens to one order, in its sequence: the same for each seed. */
final class History {

	private const AT_MOST = 9;

	/** What is made beside the invoice and its credit notes. */
	private const KINDS = [ [], [], [], [ 'estimate' ], [ 'order' ], [ 'order', 'delivery' ], [ 'proforma' ] ];

	/** Whether Sellsy tells the shop, and whether its orders become paid by what stands there. */
	private const TALKS_BACK = [
		[],
		[],
		[ 'webhooks' => true ],
		[ 'pays_orders' => true ],
		[
			'webhooks'    => true,
			'pays_orders' => true,
		],
	];

	/**
	 * @param list<array{Happening, int}> $events each with a number, which says how much, or where.
	 * @param list<string>                $kinds  of documents that are made beside the invoice.
	 * @param array<string, true>         $talk_back settings of that name.
	 */
	private function __construct(
		public readonly int $seed,
		public readonly array $events,
		public readonly bool $finalises,
		public readonly bool $rests,
		public readonly array $kinds,
		public readonly Shape $shape,
		public readonly array $talk_back,
	) {}

	public static function of_seed( int $seed ): self {
		$numbers = new SeededNumbers( $seed * 7919 + 17 );
		$all     = [];
		foreach ( Happening::cases() as $one ) {
			$all = [ ...$all, ...array_fill( 0, $one->weight(), $one ) ];
		}
		$numbers->between( 0, 9 );
		$finalises = ! $numbers->once_in( 4 );
		$rests     = ! $numbers->once_in( 3 );
		$events    = [];
		for ( $left = $numbers->between( 2, self::AT_MOST ); $left > 0; $left-- ) {
			$events[] = [ $numbers->one_of( $all ), $numbers->between( 1, 1000 ) ];
		}
		// By a clock that went back it is not seen before.
		$is_back = in_array( Happening::ClockLeapsBack, array_column( $events, 0 ), true );
		$is_seen = static fn ( array $event ): bool => ! $is_back || $event[0] !== Happening::OwnerTakesOff;
		$events  = array_values( array_filter( $events, $is_seen ) );
		return new self(
			$seed,
			$events,
			$finalises,
			$rests,
			$numbers->one_of( self::KINDS ),
			Shape::named( $numbers->one_of( Shape::names() ) ),
			$numbers->one_of( self::TALKS_BACK )
		);
	}

	public function without( int $place ): self {
		$events = $this->events;
		unset( $events[ $place ] );
		return $this->with( [ 'events' => array_values( $events ) ] );
	}

	/** Each of what is beside the events left out. @return list<self> */
	public function simpler(): array {
		return [
			$this->with( [ 'kinds' => [] ] ),
			$this->with( [ 'talk_back' => [] ] ),
			$this->with( [ 'shape' => Shape::named( Shape::PLAIN ) ] ),
		];
	}

	public function without_faults(): self {
		$events = array_filter( $this->events, static fn ( array $event ): bool => ! $event[0]->is_fault() );
		return $this->with( [ 'events' => array_values( $events ) ] );
	}

	/** @param array<string, mixed> $changes */
	private function with( array $changes ): self {
		return new self( ...[ ...get_object_vars( $this ), ...$changes ] );
	}

	public function has( Happening $one ): bool {
		return in_array( $one, array_column( $this->events, 0 ), true );
	}

	public function has_faults(): bool {
		return count( $this->without_faults()->events ) < count( $this->events );
	}

	public function __toString(): string {
		$events = array_map( static fn ( array $event ): string => "{$event[0]->value} [$event[1]]", $this->events );
		return sprintf(
			'%s; %s: %s',
			implode(
				', ',
				[
					$this->shape->name,
					$this->finalises ? 'final at once' : 'drafts',
					...$this->kinds,
					...array_keys( $this->talk_back ),
				]
			),
			$this->rests ? 'one after the other' : 'all at once',
			implode( ' → ', $events )
		);
	}
}
