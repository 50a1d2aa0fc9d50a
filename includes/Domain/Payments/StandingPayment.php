<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKey;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;

/** Money of a customer, recorded by whomever, with what of it stands on which document. */
final class StandingPayment {

	/**
	 * @param bool                    $is_confirmed otherwise it is pending.
	 * @param string                  $currency     ISO 4217 code.
	 * @param Decimal                 $free         what of it stands on no document.
	 * @param \DateTimeImmutable|null $paid_at      null where Sellsy's word cannot be read.
	 * @param array<string, Decimal>  $linked       by self::place().
	 * @param string                  $note         the key of what this plugin recorded.
	 * @param Decimal|null            $amount       all of it; null where that is not known.
	 * @param string                  $stood        where it was seen standing before it was free, by self::place().
	 * @param bool                    $is_carried   it is free, and counts as if it stood there.
	 */
	public function __construct(
		public readonly int $id,
		public readonly bool $is_confirmed,
		public readonly string $currency,
		public readonly Decimal $free,
		public readonly ?\DateTimeImmutable $paid_at,
		public readonly array $linked,
		public readonly string $note = '',
		public readonly ?Decimal $amount = null,
		public readonly string $stood = '',
		public readonly bool $is_carried = false,
	) {}

	/** @param list<string> $lost documents that stand no more. */
	public function that_stood_on( string $place, array $lost ): self {
		$own = [ 'stood' => $place ];
		if ( $this->amount !== null && $this->free->equals( $this->amount ) && in_array( $place, $lost, true ) ) {
			$own += [
				'is_carried' => true,
				'linked'     => [ $place => $this->free ],
				'free'       => Decimal::zero(),
			];
		}
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}

	/** This shop recorded it, for another order than that of the document with this key. */
	public function is_of_another_order( string $key ): bool {
		$order = static fn ( string $text ): string => explode( '/', $text )[0];
		return DocumentKey::share_code( $this->note, $key ) && $order( $this->note ) !== $order( $key );
	}

	public static function place( DocumentKind $kind, int $id ): string {
		return "$kind->value $id";
	}

	/**
	 * @param array<self>  $payments in one currency.
	 * @param list<string> $places
	 */
	public static function sum( array $payments, array $places ): Decimal {
		return Decimal::sum( array_map( static fn ( self $payment ): Decimal => $payment->on( $places ), $payments ) );
	}

	/**
	 * Those that a row takes: of those that no other row has, as many as come to just as much, or all; or else all.
	 *
	 * @param non-empty-array<self> $payments
	 * @param list<string>         $places
	 * @param list<Task>           $rows     of the order.
	 * @return non-empty-list<int> ids.
	 */
	public static function making( Decimal $sum, array $payments, array $places, array $rows ): array {
		$held    = array_merge( ...array_map( static fn ( Task $row ): array => $row->payment_ids(), $rows ) );
		$is_free = static fn ( self $payment ): bool => ! in_array( $payment->id, $held, true );
		$free    = array_filter( $payments, $is_free );
		$taken   = count( $free ) > Intent::MOST ? [] : self::coming_to( $sum, array_values( $free ), $places );
		return $taken !== [] ? $taken : array_column( $free === [] ? $payments : $free, 'id' );
	}

	/**
	 * One of just as much, if there is one.
	 *
	 * @param list<self>   $payments
	 * @param list<string> $places
	 * @return list<int> ids; none where no more than all of them do.
	 */
	private static function coming_to( Decimal $sum, array $payments, array $places ): array {
		usort( $payments, static fn ( $one, $other ): int => $other->on( $places )->compare( $one->on( $places ) ) );
		foreach ( $payments as $at => $payment ) {
			$rest = $sum->minus( $payment->on( $places ) );
			$more = $rest->is_positive() ? self::coming_to( $rest, array_slice( $payments, $at + 1 ), $places ) : [];
			if ( $rest->is_zero() || $more !== [] ) {
				return [ $payment->id, ...$more ];
			}
		}
		return [];
	}

	/** @param list<string> $places */
	public function on( array $places ): Decimal {
		return Decimal::sum( array_intersect_key( $this->linked, array_flip( $places ) ) );
	}
}
