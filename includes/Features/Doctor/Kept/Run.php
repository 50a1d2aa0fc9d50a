<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Kept;

defined( 'ABSPATH' ) || exit;

/** How far a run has come. It is kept after each trial, so that the next one goes on where this one was left. */
final class Run {

	private const NO_RIGHT = 'no-right:';

	/** What a run that was stopped asks again once it goes on. */
	private const UNASKED = 'unasked:';
	private const SILENCE = [ 'no-answer', 'no-calls' ];

	/**
	 * @param list<string>              $to_do    names of trials, in their order.
	 * @param list<string>              $tried    names of trials that are through.
	 * @param array<string, int|string> $notes    what a trial leaves to a later one, nothing of the account's own.
	 * @param string                    $stopped  why it does not go on, as a code; empty: it does.
	 * @param \DateTimeImmutable|null   $until    before then nothing is asked; null: it waits for nothing.
	 * @param string                    $awaits   what it waits for until then, as a code.
	 */
	private function __construct(
		public readonly \DateTimeImmutable $began_at,
		public readonly array $to_do,
		public readonly array $tried = [],
		public readonly array $notes = [],
		public readonly int $calls = 0,
		public readonly string $stopped = '',
		public readonly ?\DateTimeImmutable $ended_at = null,
		public readonly ?\DateTimeImmutable $until = null,
		public readonly string $awaits = '',
		private readonly ?\DateTimeImmutable $since = null,
	) {}

	/** @param list<string> $trials */
	public static function of( \DateTimeImmutable $now, array $trials ): self {
		return new self( $now, $trials );
	}

	/**
	 * What trials of the run before were refused stands until they are tried again.
	 *
	 * @param bool $is_all whether this one asks all anew: what is older then was not seen again.
	 */
	public function after( ?self $before, bool $is_all ): self {
		return $before === null ? $this : $this->with(
			[
				'notes' => $before->missing(),
				'since' => $is_all ? null : $before->since(),
			]
		);
	}

	/** When all was asked last. */
	public function since(): \DateTimeImmutable {
		return $this->since ?? $this->began_at;
	}

	public function is_over(): bool {
		return $this->ended_at !== null;
	}

	/** What is to be tried next; empty: nothing. */
	public function next(): string {
		return array_values( array_diff( $this->to_do, $this->tried ) )[0] ?? '';
	}

	public function called( int $calls ): self {
		return $this->with( [ 'calls' => $this->calls + $calls ] );
	}

	/** @param array<string, int|string> $notes */
	public function noted( array $notes ): self {
		return $this->with( [ 'notes' => $notes + $this->notes ] );
	}

	/** @param string $seen what a trial was answered with: a right that was missing for it is kept. */
	public function lacking( string $trial, string $seen ): self {
		if ( ! str_starts_with( $seen, self::NO_RIGHT ) || $seen === self::NO_RIGHT . 'api-v1' ) {
			return $this; // Without the older API less is offered, and nothing stops.
		}
		return $this->noted( [ $seen => $trial ] );
	}

	/** @param string $seen what a trial was answered with: where that is nothing, it is kept. */
	public function unanswered( string $trial, string $seen ): self {
		return in_array( $seen, self::SILENCE, true ) ? $this->noted( [ self::UNASKED . $trial => 1 ] ) : $this;
	}

	/** What that trial was refused before is asked again. */
	public function retrying( string $trial ): self {
		$notes = array_diff_key( $this->notes, array_intersect( $this->missing(), [ $trial ] ) );
		return $this->with( [ 'notes' => $notes ] );
	}

	/** @return list<string> rights by Sellsy's names; empty: none was seen to be missing. */
	public function lacks(): array {
		return array_map(
			static fn ( string $note ): string => substr( $note, strlen( self::NO_RIGHT ) ),
			array_keys( $this->missing() )
		);
	}

	/** @return array<string, int|string> the trial that was refused last, by the note. */
	private function missing(): array {
		return array_filter(
			$this->notes,
			static fn ( string $note ): bool => str_starts_with( $note, self::NO_RIGHT ),
			ARRAY_FILTER_USE_KEY
		);
	}

	public function tried( string $trial ): self {
		return $this->with( [ 'tried' => [ ...$this->tried, $trial ] ] );
	}

	/** Whoever takes the next step, and however often they ask. */
	public function waiting( string $code, \DateTimeImmutable $until ): self {
		return $this->with(
			[
				'until'  => $until,
				'awaits' => $code,
			]
		);
	}

	/** Seconds until the next step. */
	public function waits( \DateTimeImmutable $now ): int {
		return max( 0, ( $this->until?->getTimestamp() ?? 0 ) - $now->getTimestamp() );
	}

	public function stopped_by( string $code ): self {
		return $this->with( [ 'stopped' => $code ] );
	}

	/**
	 * All but its trials begins anew, and what they were refused stands until they are tried again. Those that had no
	 * answer are.
	 *
	 * @param list<string> $to_do names of trials, in their order.
	 * @param list<string> $tried of them: those that stay so.
	 */
	public function resumed( array $to_do, array $tried ): self {
		$is_answered = fn ( string $trial ): bool => ! isset( $this->notes[ self::UNASKED . $trial ] );
		$tried       = array_values( array_filter( $tried, $is_answered ) );
		return new self(
			began_at: $this->began_at,
			to_do: $to_do,
			tried: $tried,
			notes: $this->missing(),
			since: $this->since
		);
	}

	public function ended( \DateTimeImmutable $now ): self {
		return $this->with( [ 'ended_at' => $now ] );
	}

	/** @return array<string, mixed> */
	public function to_array(): array {
		return [
			'began_at' => $this->began_at->getTimestamp(),
			'to_do'    => $this->to_do,
			'tried'    => $this->tried,
			'notes'    => $this->notes,
			'calls'    => $this->calls,
			'stopped'  => $this->stopped,
			'ended_at' => $this->ended_at?->getTimestamp(),
			'until'    => $this->until?->getTimestamp(),
			'awaits'   => $this->awaits,
			'since'    => $this->since?->getTimestamp(),
		];
	}

	/** Null where it cannot be read: another one begins. */
	public static function from( mixed $stored ): ?self {
		if ( ! is_array( $stored ) || ! is_int( $stored['began_at'] ?? null ) ) {
			return null;
		}
		$ended = $stored['ended_at'] ?? null;
		$calls = $stored['calls'] ?? 0;
		$until = $stored['until'] ?? null;
		$since = $stored['since'] ?? null;
		$notes = array_filter(
			is_array( $stored['notes'] ?? null ) ? $stored['notes'] : [],
			static fn ( mixed $note ): bool => is_int( $note ) || is_string( $note )
		);
		return new self(
			began_at: new \DateTimeImmutable( "@{$stored['began_at']}" ),
			to_do: self::names( $stored['to_do'] ?? [] ),
			tried: self::names( $stored['tried'] ?? [] ),
			notes: array_combine( array_map( strval( ... ), array_keys( $notes ) ), $notes ),
			calls: is_int( $calls ) ? $calls : 0,
			stopped: self::text( $stored['stopped'] ?? '' ),
			ended_at: is_int( $ended ) ? new \DateTimeImmutable( "@$ended" ) : null,
			until: is_int( $until ) ? new \DateTimeImmutable( "@$until" ) : null,
			awaits: self::text( $stored['awaits'] ?? '' ),
			since: is_int( $since ) ? new \DateTimeImmutable( "@$since" ) : null
		);
	}

	private static function text( mixed $stored ): string {
		return is_string( $stored ) ? $stored : '';
	}

	/** @return list<string> */
	private static function names( mixed $stored ): array {
		return array_values( array_filter( is_array( $stored ) ? $stored : [], is_string( ... ) ) );
	}

	/** @param array<string, mixed> $own */
	private function with( array $own ): self {
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}
}
