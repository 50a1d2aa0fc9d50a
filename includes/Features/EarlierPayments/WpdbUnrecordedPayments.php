<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\EarlierPayments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\EarlierPayments\Rules\UnrecordedPage;
use OrderInvoicer\Features\EarlierPayments\Rules\UnrecordedPayment;
use OrderInvoicer\Features\EarlierPayments\Rules\UnrecordedPayments;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\UtcTime;
use OrderInvoicer\WordPress\Tables\WpdbReport;

/** From the ledger, and what the report knows of its orders. */
final class WpdbUnrecordedPayments implements UnrecordedPayments {

	public function __construct( private readonly Sql $sql ) {}

	public function page( \DateTimeImmutable $since, int $after, int $rows ): UnrecordedPage {
		$ids = $this->sql->rows(
			'SELECT sync_id FROM %i WHERE sync_id > %d ORDER BY sync_id LIMIT %d',
			[ $this->sql->table( WpdbReport::TABLE ), $after, $rows ]
		);
		$last = (int) ( $ids === [] ? $after : $ids[ count( $ids ) - 1 ]['sync_id'] );
		return new UnrecordedPage(
			payments: $ids === [] ? [] : $this->among( $since, $after, $last ),
			last: $last,
			is_last: count( $ids ) < $rows
		);
	}

	/** @return list<UnrecordedPayment> */
	private function among( \DateTimeImmutable $since, int $after, int $last ): array {
		$moment = UtcTime::to_column( $since );
		$ledger = $this->sql->table( 'orderinvoicer_sync' );
		$rows   = $this->sql->rows(
			"SELECT a.order_id, a.sync_id, a.order_currency, a.order_total FROM %i a INNER JOIN %i s ON s.id = a.sync_id
			WHERE a.sync_id > %d AND a.sync_id <= %d AND a.kind = 'invoice' AND a.number <> '' AND a.order_total > 0
				AND a.order_paid_at < %s AND a.made_at < %s AND s.state = 'done'
				AND NOT EXISTS ( SELECT 1 FROM %i o WHERE o.order_id = a.order_id AND (
					( o.effect = 'record_payment' AND NOT ( o.state = 'skipped' AND o.error_code = 'step_not_wanted' ) )
					OR ( o.effect = 'create_invoice' AND o.revision > s.revision )
					OR ( o.effect = 'create_creditnote' AND o.refund_id = 0 AND o.revision = s.revision
						AND o.state <> 'skipped' ) ) )
			ORDER BY a.sync_id",
			[
				$this->sql->table( WpdbReport::TABLE ),
				$ledger,
				...[ $after, $last, $moment, $moment, $ledger ],
			]
		);
		return array_map(
			static fn ( array $row ): UnrecordedPayment => new UnrecordedPayment(
				order_id: (int) ( $row['order_id'] ?? 0 ),
				invoice_id: (int) ( $row['sync_id'] ?? 0 ),
				currency: $row['order_currency'] ?? '',
				total: (int) ( $row['order_total'] ?? 0 )
			),
			$rows
		);
	}
}
