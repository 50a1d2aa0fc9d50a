<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Counts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\WordPress\Tables\Sql;

/** What needs a person, by cause. An order that stopped for two causes stands in two groups and is one order. */
final class ProblemGroups {

	public function __construct( private readonly Sql $sql ) {}

	public function orders(): int {
		return (int) $this->sql->value(
			"SELECT COUNT( DISTINCT order_id ) FROM %i WHERE state = 'attention' AND effect <> %s",
			[ $this->sql->table( 'orderinvoicer_sync' ), Effect::FollowOrder->value ]
		);
	}

	/**
	 * Those of most orders first; codes that this release does not know are left out.
	 *
	 * @return list<array{code: ProblemCode, orders: int, tasks: int}>
	 */
	public function all(): array {
		$groups = [];
		$rows   = $this->sql->rows(
			"SELECT error_code, COUNT( DISTINCT order_id ) AS orders, COUNT(*) AS tasks FROM %i
			WHERE state = 'attention' AND effect <> %s GROUP BY error_code ORDER BY orders DESC, error_code",
			[ $this->sql->table( 'orderinvoicer_sync' ), Effect::FollowOrder->value ]
		);
		foreach ( $rows as $row ) {
			$code = ProblemCode::tryFrom( $row['error_code'] ?? '' );
			if ( $code !== null ) {
				$groups[] = [
					'code'   => $code,
					'orders' => (int) ( $row['orders'] ?? 0 ),
					'tasks'  => (int) ( $row['tasks'] ?? 0 ),
				];
			}
		}
		return $groups;
	}
}
