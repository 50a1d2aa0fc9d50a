<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Stock;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Features\Stock\Rules\SellsyLevel;
use OrderInvoicer\Features\Stock\Rules\SellsyStocks;
use OrderInvoicer\Features\Stock\Rules\Warehouse;
use OrderInvoicer\Tests\Unit\World\Fate;
use OrderInvoicer\Tests\Unit\World\Sellsy;
use OrderInvoicer\Tests\Unit\World\World;

/** The stock of Sellsy's items, in one warehouse. */
final class FakeSellsyStocks implements SellsyStocks {

	/** @var array<int, string|null> quantities by item; null: nobody can tell. What is left out is not kept. */
	public array $stock = [];

	/** @var list<string> what was asked and told, such as `add 3001 -3`. */
	public array $calls = [];

	/** @var list<array{int, int, string}> item, warehouse, quantity. */
	public array $opened = [];

	/** @var list<int> items of which every question fails. */
	public array $failing = [];

	/** What the next call runs into. */
	public ?FailureKind $failure = null;

	/** The next addition is done, but its answer is lost. */
	public bool $loses_answer = false;

	/** The next addition is lost on its way, and nobody is told. */
	public bool $loses_request = false;

	/** Says yes to what is below zero, and does nothing. */
	public bool $ignores_negatives = false;

	/** Adds what it was to take away. */
	public bool $turns_negatives_round = false;

	/** What the next addition runs into. */
	public ?FailureKind $fails_additions = null;

	/** Says a clear no to every addition. */
	public bool $refuses_additions = false;

	private readonly Fate $fate;
	private readonly Sellsy $sellsy;

	public function __construct( World $world ) {
		$this->fate   = $world->fate;
		$this->sellsy = $world->sellsy;
	}

	public function open( int $item_id, int $warehouse_id, Decimal $quantity ): void {
		$this->sellsy->request(
			'open_stock',
			function () use ( $item_id, $warehouse_id, $quantity ): void {
				$this->opened[] = [ $item_id, $warehouse_id, $quantity->to_string() ];
			}
		);
	}

	public function warehouses(): array {
		return [ new Warehouse( 1, 'Entrepôt', true ) ];
	}

	public function level( ItemRef $item, int $warehouse_id ): SellsyLevel {
		$this->ask( "level $item->id" );
		if ( in_array( $item->id, $this->failing, true ) ) {
			throw new RemoteFailure( FailureKind::OutcomeUnknown, 500, 'v1:Stock.getForItem' );
		}
		return match ( true ) {
			! array_key_exists( $item->id, $this->stock ) => SellsyLevel::not_kept(),
			$this->stock[ $item->id ] === null => SellsyLevel::unclear(),
			default => SellsyLevel::of( Decimal::from_string( $this->stock[ $item->id ] ) ),
		};
	}

	public function add( ItemRef $item, int $warehouse_id, Decimal $quantity ): void {
		$this->ask( "add $item->id {$quantity->to_string()}" );
		if ( $this->refuses_additions ) {
			throw new RemoteFailure( FailureKind::Rejected, 200, 'v1:Stock.add' );
		}
		if ( $this->fails_additions !== null ) {
			[ $this->failure, $this->fails_additions ] = [ $this->fails_additions, null ];
			$this->ask( 'and fails' );
		}
		$is_lost = $this->loses_request || ( $this->ignores_negatives && $quantity->is_negative() );
		$this->fate->call(
			function () use ( $item, $quantity, $is_lost ): void {
				if ( ! $is_lost ) {
					$this->stock[ $item->id ] = Decimal::from_string( $this->stock[ $item->id ] ?? '0' )
						->plus( $this->turns_negatives_round ? $quantity->abs() : $quantity )
						->to_string();
				}
			}
		);
		if ( $this->loses_answer || $this->loses_request ) {
			$this->loses_answer  = false;
			$this->loses_request = false;
			throw new RemoteFailure( FailureKind::OutcomeUnknown, 504, 'v1:Stock.add' );
		}
	}

	private function ask( string $call ): void {
		$this->calls[] = $call;
		$failure       = $this->failure;
		$this->failure = null;
		if ( $failure !== null ) {
			throw new RemoteFailure( $failure, 429, 'v1:Stock' );
		}
	}
}
