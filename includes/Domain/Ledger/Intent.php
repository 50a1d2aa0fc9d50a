<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderFingerprint;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/** What is about to be created, written down before the request. The document is found again and judged by it. */
final class Intent {

	/** In place of a key, and unlike any: nothing was sent, a person linked a document that somebody made. */
	public const LINKED = 'linked';

	/** As many payments a row can name, whose key has a hundred characters. */
	public const MOST = 12;

	/** In place of a key, before the ids of all but the first, which is the row's own: people recorded several. */
	private const SEVERAL = 'with';

	/**
	 * @param string $key           on the document; the order's number may change after.
	 * @param string $excl_tax      HT, decimal string; of a payment what it is worth; empty before anything was sent.
	 * @param string $snapshot_hash what of the order is billed.
	 */
	public function __construct(
		public readonly string $key = '',
		public readonly string $excl_tax = '',
		public readonly string $snapshot_hash = '',
	) {}

	/**
	 * Nothing was sent: people recorded these payments.
	 *
	 * @param list<int> $ids of MOST at most, and zero before them where the row has none of them any more.
	 */
	public static function of_payments( array $ids, string $worth, string $mark = '' ): self {
		$key = '';
		foreach ( array_slice( $ids, 1 ) as $id ) {
			$key = ( $key === '' ? self::SEVERAL : $key ) . ' ' . base_convert( (string) $id, 10, 36 );
		}
		return new self( $key, $worth, $mark );
	}

	/** What a payment is worth; nothing where a former release did not keep it. */
	public function worth(): Decimal {
		return $this->excl_tax === '' ? Decimal::zero() : Decimal::from_string( $this->excl_tax );
	}

	/** @return list<int> ids of payments, beside the row's own. */
	public function others(): array {
		$words = explode( ' ', $this->key );
		return array_shift( $words ) === self::SEVERAL
			? array_map( static fn ( string $id ): int => (int) base_convert( $id, 36, 10 ), $words )
			: [];
	}

	/** The order says something else by now. Of a row that was never sent nothing can be said. */
	public function is_behind( OrderSnapshot $billed ): bool {
		return $this->snapshot_hash !== ''
			&& ! OrderFingerprint::from_order( $billed )->is_like( OrderFingerprint::read( $this->snapshot_hash ) );
	}

	/** The goods have left since, which a draft still has to say. */
	public function is_shipped_since( OrderSnapshot $billed ): bool {
		return $this->snapshot_hash !== ''
			&& ! OrderFingerprint::from_order( $billed )
				->was_shipped_like( OrderFingerprint::read( $this->snapshot_hash ) );
	}
}
