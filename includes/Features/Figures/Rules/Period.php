<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Figures\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\Day;

/** Days of the shop, the first and the last of them included. */
final class Period {

	/** A year that has a 29th of February. */
	private const LONGEST = 366;

	private const ISO = 'Y-m-d';

	/**
	 * @param string $from  `Y-m-d`.
	 * @param string $until likewise, not before.
	 */
	private function __construct(
		public readonly string $from,
		public readonly string $until,
	) {}

	/** Null for what is no period, or longer than a year. */
	public static function of( string $from, string $until ): ?self {
		$is_one = Day::exists( $from ) && Day::exists( $until ) && $from <= $until;
		$period = $is_one ? new self( $from, $until ) : null;
		return $period === null || $period->length() > self::LONGEST ? null : $period;
	}

	/** The month in which a moment is. */
	public static function month( \DateTimeImmutable $now ): self {
		return new self( $now->format( 'Y-m-01' ), $now->format( 'Y-m-t' ) );
	}

	/** As many whole months before whole months, and as many days before others. */
	public function before(): self {
		$last = self::date( $this->from )->modify( '-1 day' );
		if ( ! $this->is_of_months() ) {
			$days = $this->length() - 1;
			return new self( $last->modify( "-$days days" )->format( self::ISO ), $last->format( self::ISO ) );
		}
		$from  = self::date( $this->from );
		$until = self::date( $this->until );
		$ahead = 12 * ( (int) $until->format( 'Y' ) - (int) $from->format( 'Y' ) );
		$months = $ahead + (int) $until->format( 'n' ) - (int) $from->format( 'n' ) + 1;
		return new self( $from->modify( "-$months months" )->format( self::ISO ), $last->format( self::ISO ) );
	}

	public function holds( string $day ): bool {
		return $day >= $this->from && $day <= $this->until;
	}

	/** @return list<string> */
	public function days(): array {
		$first = self::date( $this->from );
		return array_map(
			static fn ( int $ahead ): string => $first->modify( "+$ahead days" )->format( self::ISO ),
			range( 0, $this->length() - 1 )
		);
	}

	/** Where the clock skips midnight, the first moment of a day is later. */
	public function starts( \DateTimeZone $zone ): \DateTimeImmutable {
		return new \DateTimeImmutable( $this->from, $zone );
	}

	/** The first moment that is not of it any more. */
	public function ends( \DateTimeZone $zone ): \DateTimeImmutable {
		return new \DateTimeImmutable( self::date( $this->until )->modify( '+1 day' )->format( self::ISO ), $zone );
	}

	private function is_of_months(): bool {
		return str_ends_with( $this->from, '-01' ) && self::date( $this->until )->format( 'Y-m-t' ) === $this->until;
	}

	private function length(): int {
		return 1 + (int) self::date( $this->from )->diff( self::date( $this->until ) )->days;
	}

	/** Without hours that a night in spring lacks. */
	private static function date( string $day ): \DateTimeImmutable {
		return new \DateTimeImmutable( $day, new \DateTimeZone( 'UTC' ) );
	}
}
