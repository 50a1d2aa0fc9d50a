<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Features\Stock\Rules\SellsyLevel;
use OrderInvoicer\Features\Stock\Rules\SellsyStocks;
use OrderInvoicer\Features\Stock\Rules\Warehouse;
use OrderInvoicer\Sellsy\V1\V1Answer;
use OrderInvoicer\Sellsy\V1\V1Client;

/**
 * Stock by API v1. Inferred: `Stock.add` takes a quantity below zero as taking away, since no other way is documented
 * (`warehouseid_from` moves goods into another warehouse). Whether it did shows by reading again
 * (`Features/Stock/Rules/SettleStock`): what was ignored, or turned round, is not tried twice.
 *
 * A declination is asked for by its id in its warehouse. One source says that a question without it brings the rows of
 * all declinations; the rows do not name theirs, so several rows tell nothing.
 *
 * @assumes stock-of-item
 * @assumes stock-taken-away
 */
final class SellsyStockLevels implements SellsyStocks {

	/** Beside the movement in Sellsy. */
	private const NOTE = 'Order Invoicer';

	public function __construct( private readonly V1Client $client ) {}

	public function warehouses(): array {
		$warehouses = [];
		foreach ( $this->client->call( 'Stock.getWarehouses', [ 'includeAddresses' => 'N' ] )->each() as $one ) {
			$warehouses[] = new Warehouse( $one->id(), $one->string( 'label' ), $one->string( 'isdefault' ) === 'Y' );
		}
		return $warehouses;
	}

	/** `Stock.activate` carries the opening stock, so that no `Stock.add`, which adds up, is needed. */
	public function open( int $item_id, int $warehouse_id, Decimal $quantity ): void {
		$this->client->tell(
			'Stock.activate',
			[
				'itemid'      => $item_id,
				'warehouseid' => $warehouse_id,
				'stock'       => [
					'method'          => 'simple',
					'initialqt'       => $quantity->to_string(),
					'initialpurprice' => '0',
					'minstock'        => 0,
					'valotype'        => 'NONE',
				],
			]
		);
	}

	public function level( ItemRef $item, int $warehouse_id ): SellsyLevel {
		try {
			$answer = $this->client->call(
				'Stock.getForItem',
				[
					...self::named( $item ),
					'warehouseid' => $warehouse_id,
				]
			);
			$levels = $this->quantities( $answer, $warehouse_id );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind === FailureKind::OutcomeUnknown && $failure->status === 200 ) {
				return SellsyLevel::unclear(); // It answered, but not what is documented: of this item alone.
			}
			throw $failure;
		}
		return match ( count( $levels ) ) {
			0       => SellsyLevel::not_kept(),
			1       => SellsyLevel::of( $levels[0] ),
			default => SellsyLevel::unclear(),
		};
	}

	public function add( ItemRef $item, int $warehouse_id, Decimal $quantity ): void {
		$this->client->tell(
			'Stock.add',
			[
				...self::named( $item ),
				'stock' => [
					'method'         => 'simple',
					'quantity'       => $quantity->to_string(),
					'warehouseid_to' => $warehouse_id,
					'calculatevalo'  => 'N',
					'movetype'       => 'manual',
					'movenotes'      => self::NOTE,
				],
			]
		);
	}

	/**
	 * @return list<Decimal>
	 * @throws RemoteFailure where something is missing.
	 */
	private function quantities( V1Answer $answer, int $warehouse_id ): array {
		$quantities = [];
		foreach ( $answer->each() as $row ) {
			if ( $row->int( 'whid' ) === $warehouse_id ) {
				$quantities[] = $row->decimal( 'qt' );
			}
		}
		return $quantities;
	}

	/** @return array<string, int> */
	private static function named( ItemRef $item ): array {
		$declination = $item->declination_id;
		return [ 'itemid' => $item->id ] + ( $declination === null ? [] : [ 'declid' => $declination ] );
	}
}
