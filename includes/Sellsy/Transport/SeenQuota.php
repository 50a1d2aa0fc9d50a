<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Transport;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\CallsLeft;
use OrderInvoicer\Domain\Work\MinuteQuota;

/**
 * How many requests Sellsy said it still allows, when it answered last, what time it was there, and whether it answered
 * at all. Written once per process, however many answers it got: the next process begins with what this one knew.
 */
final class SeenQuota implements CallsLeft {

	public const OPTION = 'orderinvoicer_quota';

	private const MOMENT = 'Y-m-d\TH:i:s.uP';

	private const WINDOWS = [ 'second', 'minute', 'day', 'month' ];

	private const OLD = '-1 hour';

	/** In what is kept: Sellsy did not answer the last call. */
	private const SILENT = 'silent';

	/** In what is kept: by how many seconds our clock was ahead of Sellsy's, and when. */
	private const AHEAD    = 'ahead';
	private const AHEAD_AT = 'ahead_at';

	/** @var array<string, int> */
	private array $seen = [];

	/** @var array{ahead: int, at: int}|null of this process; the times are Unix times. */
	private ?array $clock_seen = null;

	/** Whether the last call of this process was not answered; null where it made none. */
	private ?bool $is_silent = null;

	private ?MinuteQuota $minute = null;

	private int $calls = 0;

	private ?\DateTimeImmutable $answered_at = null;

	public function __construct( private readonly Clock $clock ) {}

	/** @param array<string, int> $remaining by window; an answer that names none says nothing. */
	public function saw( array $remaining ): void {
		if ( $remaining === [] ) {
			return;
		}
		$this->keep_at_the_end();
		$this->seen        = $remaining;
		$this->answered_at = $this->clock->now();
		if ( isset( $remaining['minute'] ) ) {
			$now          = $this->clock->now();
			$left         = $remaining['minute'];
			$this->minute = $this->this_minute()?->then( $left, $now ) ?? new MinuteQuota( $left, $now, $left );
		}
	}

	/** Of any call, whoever needed it: those of the pass belong to no task. */
	public function was_answered( bool $is_answer ): void {
		$this->keep_at_the_end();
		$this->is_silent = ! $is_answer;
		++$this->calls;
	}

	/** @param string $date the header of an answer; anything else says nothing. */
	public function saw_time( string $date ): void {
		$there = \DateTimeImmutable::createFromFormat( 'D, d M Y H:i:s \G\M\T', $date, new \DateTimeZone( 'UTC' ) );
		if ( $there !== false ) {
			$this->keep_at_the_end();
			$here             = $this->clock->now()->getTimestamp();
			$this->clock_seen = [
				'ahead' => $here - $there->getTimestamp(),
				'at'    => $here,
			];
		}
	}

	/**
	 * @return array{ahead: int, at: \DateTimeImmutable}|null by how many seconds the clock here was ahead of Sellsy's
	 *         when it answered last; below zero where it was behind.
	 */
	public function clock(): ?array {
		$stored = $this->stored();
		$ahead  = $this->clock_seen['ahead'] ?? $stored[ self::AHEAD ] ?? null;
		$at     = $this->clock_seen['at'] ?? $stored[ self::AHEAD_AT ] ?? null;
		return is_int( $ahead ) && is_int( $at )
			? [
				'ahead' => $ahead,
				'at'    => new \DateTimeImmutable( "@$at" ),
			]
			: null;
	}

	/** How many this process has made. */
	public function calls(): int {
		return $this->calls;
	}

	/** @return list<string> windows of which the last answer to this process told how much is left. */
	public function told(): array {
		return array_keys( $this->seen );
	}

	/** Calls that are left in that window; null where nobody knows, or what is known is old. */
	public function left( string $window ): ?int {
		$last = $this->last_seen();
		return $this->seen[ $window ]
			?? ( $last !== null && $last['at'] > $this->clock->now()->modify( self::OLD )
				? $last['remaining'][ $window ] ?? null
				: null );
	}

	/** Calls that are left in the second of the last answer; null where it is over, or was not told. */
	public function left_this_second(): ?int {
		$is_over = $this->answered_at === null || $this->answered_at <= $this->clock->now()->modify( '-1 second' );
		return $is_over ? null : $this->seen['second'] ?? null;
	}

	public function is_silent(): bool {
		return $this->is_silent ?? isset( $this->stored()[ self::SILENT ] );
	}

	private function keep_at_the_end(): void {
		if ( $this->seen === [] && $this->is_silent === null && $this->clock_seen === null ) {
			add_action( 'shutdown', [ $this, 'handle_shutdown' ] );
		}
	}

	/** @return array<mixed> */
	private function stored(): array {
		$stored = get_option( self::OPTION );
		return is_array( $stored ) ? $stored : [];
	}

	public function this_minute(): ?MinuteQuota {
		return $this->minute ??= $this->stored_minute();
	}

	/** @internal */
	public function handle_shutdown(): void {
		$kept = $this->seen === []
			? $this->stored()
			: [ 'at' => $this->clock->now()->getTimestamp() ] + $this->seen;
		unset( $kept[ self::SILENT ] );
		$clock = $this->clock();
		if ( $clock !== null ) {
			$kept = [
				self::AHEAD    => $clock['ahead'],
				self::AHEAD_AT => $clock['at']->getTimestamp(),
			] + $kept;
		}
		if ( $this->is_silent() ) {
			$kept[ self::SILENT ] = true;
		}
		if ( $this->seen !== [] && $this->minute !== null ) {
			$kept += [
				'seen_at'   => $this->minute->at->format( self::MOMENT ),
				'most'      => $this->minute->most,
				'turned_at' => $this->minute->turned_at?->format( self::MOMENT ),
			];
		}
		update_option( self::OPTION, $kept, false );
	}

	/** @return array{at: \DateTimeImmutable, remaining: array<value-of<self::WINDOWS>, int|null>}|null */
	public function last_seen(): ?array {
		$stored = $this->stored();
		if ( ! is_int( $stored['at'] ?? null ) ) {
			return null;
		}
		$remaining = [];
		foreach ( self::WINDOWS as $window ) {
			$left                 = $stored[ $window ] ?? null;
			$remaining[ $window ] = is_int( $left ) ? $left : null;
		}
		return [
			'at'        => new \DateTimeImmutable( "@{$stored['at']}" ),
			'remaining' => $remaining,
		];
	}

	private function stored_minute(): ?MinuteQuota {
		$stored = $this->stored();
		if (
			! is_int( $stored['minute'] ?? null )
			|| ! is_int( $stored['most'] ?? null )
			|| ! is_string( $stored['seen_at'] ?? null )
		) {
			return null;
		}
		$turned_at = $stored['turned_at'] ?? null;
		return new MinuteQuota(
			left: $stored['minute'],
			at: new \DateTimeImmutable( $stored['seen_at'] ),
			most: $stored['most'],
			turned_at: is_string( $turned_at ) ? new \DateTimeImmutable( $turned_at ) : null
		);
	}

	/** Another access may be another account. */
	public function forget(): void {
		$this->seen      = [];
		$this->minute    = null;
		$this->is_silent = null;
		$this->clock_seen = null;
		delete_option( self::OPTION );
	}
}
