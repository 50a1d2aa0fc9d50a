<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\OrderList;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * A condition on orders by what the ledger holds of them, for WooCommerce's own statement. What is rare (needs a
 * person, in the works) is looked up by its state first, and leads to its few orders. What nearly all orders have is
 * asked of one order after the other, by the ledger's key; `LIMIT` keeps the database from reading the whole ledger
 * first.
 */
final class OrderCondition {

	/** As `Task::has_lost_its_document()` says. */
	private const LOST = "( 'document_gone', 'document_cancelled', 'being_linked', 'link_broken' )";

	/** Beside its creation: what is done for a document of that kind. */
	private const FOR_KIND = [
		'invoice'    => [ Effect::ValidateInvoice, Effect::RecordPayment ],
		'creditnote' => [ Effect::ValidateCreditNote, Effect::LinkCreditNote, Effect::PayBack ],
	];

	public function __construct( private readonly Sql $sql ) {}

	/**
	 * @param DocumentKind|null $kind null: any.
	 * @param string            $orders the table of the orders.
	 * @param string            $id     its column.
	 * @return string SQL; empty where nothing is asked.
	 */
	public function sql( ?ListedState $state, ?DocumentKind $kind, string $orders, string $id ): string {
		$has = 'remote_id > 0 AND error_code NOT IN ' . self::LOST;
		return match ( true ) {
			$state === ListedState::NeedsPerson => $this->rare( "state = 'attention'", $kind, $orders, $id ),
			$state === ListedState::InTheWorks =>
				$this->rare( "state IN ( 'queued', 'working' )", $kind, $orders, $id ),
			$state === ListedState::Draft => $this->drafts( $has, $kind, $orders, $id ),
			$state === ListedState::Made => $this->common( 'EXISTS', $has, $kind, $orders, $id ),
			$state === ListedState::Nothing =>
				$this->common( 'NOT EXISTS', "state <> 'skipped'", $kind, $orders, $id ),
			$kind !== null => $this->common( 'EXISTS', "state <> 'skipped'", $kind, $orders, $id ),
			default => '',
		};
	}

	/** @param literal-string $states */
	private function rare( string $states, ?DocumentKind $kind, string $orders, string $id ): string {
		$effects = $kind === null ? [] : [ Effect::create( $kind ), ...( self::FOR_KIND[ $kind->value ] ?? [] ) ];
		$of_kind = $kind === null
			? ''
			: " AND ( effect IN ( %s ) OR ( effect = 'send_document' AND part = %s )"
				. " OR ( effect IN ( 'change_state', 'follow_document' ) AND part LIKE %s ) )";
		return $this->sql->condition(
			"%i.%i IN ( SELECT order_id FROM %i WHERE $states AND effect <> 'follow_order'$of_kind )",
			[
				$orders,
				$id,
				$this->sql->table( 'orderinvoicer_sync' ),
				...( $kind === null
					? []
					: [ array_column( $effects, 'value' ), $kind->value, $this->sql->like( "$kind->value:" ) . '%' ] ),
			]
		);
	}

	/**
	 * By the index of open drafts; those that need a person first are drafts too.
	 *
	 * @param literal-string $has
	 */
	private function drafts( string $has, ?DocumentKind $kind, string $orders, string $id ): string {
		$kinds   = array_filter(
			$kind === null ? DocumentKind::cases() : [ $kind ],
			static fn ( DocumentKind $one ): bool => $one->is_validated()
		);
		$effects = array_map( Effect::create( ... ), $kinds );
		return $this->sql->condition(
			"%i.%i IN ( SELECT order_id FROM %i WHERE effect IN ( %s )
				AND state IN ( 'done', 'attention' ) AND remote_number = '' AND $has )",
			[ $orders, $id, $this->sql->table( 'orderinvoicer_sync' ), array_column( $effects, 'value' ) ]
		);
	}

	/**
	 * @param literal-string $exists
	 * @param literal-string $row
	 */
	private function common( string $exists, string $row, ?DocumentKind $kind, string $orders, string $id ): string {
		$kinds = array_map( Effect::create( ... ), $kind === null ? DocumentKind::cases() : [ $kind ] );
		return $this->sql->condition(
			"$exists ( SELECT 1 FROM %i l WHERE l.order_id = %i.%i AND l.effect IN ( %s ) AND $row LIMIT 1 )",
			[ $this->sql->table( 'orderinvoicer_sync' ), $orders, $id, array_column( $kinds, 'value' ) ]
		);
	}
}
