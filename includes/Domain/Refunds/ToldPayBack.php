<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\RemoteIds\RemoteIds;

/** What a person said of a refund's money: the day on which it left, and the payment method of Sellsy. */
final class ToldPayBack {

	private const KIND = 'paid_back';

	/** A day in Sellsy whichever time zone it thinks in. */
	private const NOON = ' 12:00:00';

	public function __construct( private readonly RemoteIds $remote_ids ) {}

	/** @param string $day `Y-m-d`. */
	public function tell( int $refund_id, string $day, int $method_id ): void {
		$this->remote_ids->remember( self::KIND, (string) $refund_id, $day, $method_id );
	}

	/** @return array{paid_at: \DateTimeImmutable, method_id: int}|null null where nobody said anything. */
	public function of( int $refund_id ): ?array {
		$told = $this->remote_ids->known( self::KIND, (string) $refund_id );
		return $told === null ? null : [
			'paid_at'   => new \DateTimeImmutable( $told['type'] . self::NOON, new \DateTimeZone( 'UTC' ) ),
			'method_id' => $told['id'],
		];
	}
}
