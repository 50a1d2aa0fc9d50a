<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;

/** What a person said of a refund's money: the day on which it left, and the payment method of Sellsy. */
final class ToldPayBack {

	private const KIND = 'paid_back';

	/** A day in Sellsy whichever time zone it thinks in. */
	private const NOON = ' 12:00:00';

	public function __construct( private readonly RemoteIds $once ) {}

	/** @param string $day `Y-m-d`. */
	public function tell( Task $task, string $day, int $method_id ): void {
		$this->once->remember( self::KIND, (string) $task->id, $day, $method_id );
	}

	/** @return array{paid_at: \DateTimeImmutable, method_id: int}|null null where nobody said anything. */
	public function of( Task $task ): ?array {
		$told = $this->once->known( self::KIND, (string) $task->id );
		return $told === null ? null : [
			'paid_at'   => new \DateTimeImmutable( $told['type'] . self::NOON, new \DateTimeZone( 'UTC' ) ),
			'method_id' => $told['id'],
		];
	}
}
