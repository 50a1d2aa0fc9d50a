<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\BuiltScript;
use OrderInvoicer\Admin\Help;
use OrderInvoicer\Admin\OrderList\BulkActions;
use OrderInvoicer\Admin\OrderList\BulkPage;
use OrderInvoicer\Admin\OrderList\BulkPageParts;
use OrderInvoicer\Admin\OrderList\BulkProgress;
use OrderInvoicer\Admin\OrderList\BulkRuns;
use OrderInvoicer\Admin\OrderList\OrderListColumn;
use OrderInvoicer\Admin\OrderList\OrderListFilter;
use OrderInvoicer\Admin\OrderList\OrderMenu;
use OrderInvoicer\Domain\Actions\RowActs;
use OrderInvoicer\Domain\Bulk\CarryOutBulk;
use OrderInvoicer\Domain\Bulk\OfferedActs;
use OrderInvoicer\Domain\Bulk\PlanBulk;
use OrderInvoicer\WooCommerce\Shopper\InvoicePromise;
use OrderInvoicer\Wording\BulkText;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\WordPress\OrderList\OrderCondition;
use OrderInvoicer\WordPress\OrderList\RowStates;

/** WooCommerce's list of orders, and its own places for one order. The engine is made when somebody asks for an act. */
final class OrderListScreens {

	private readonly BulkText $texts;
	private readonly BulkRuns $runs;
	private ?InvoicePromise $promise = null;

	/** @param \Closure(): Engine $engine which most pages need nothing of. */
	public function __construct(
		private readonly string $file,
		private readonly Foundation $on,
		private readonly \Closure $engine,
		private readonly Views $views,
	) {
		$this->texts = new BulkText( new DocumentNames() );
		$this->runs  = new BulkRuns();
	}

	/** @return list<object> */
	public function admin(): array {
		$help = new Help( $this->file );
		return [
			$help,
			new OrderListColumn( $this->on->ledger(), $this->views->document_pills(), $this->awaited( ... ) ),
			new OrderListFilter(
				new OrderCondition( $this->on->sql() ),
				new DocumentNames(),
				$this->on->wpdb()
			),
			new BulkActions( $this->texts ),
			new BulkPage(
				plans: fn (): PlanBulk => $this->engine()->plan_bulk(),
				doing: fn (): CarryOutBulk => $this->engine()->carry_out_bulk(),
				settings: $this->on->settings(),
				runs: $this->runs,
				texts: $this->texts,
				parts: new BulkPageParts( $this->texts ),
				help: $help
			),
			...$this->ajax(),
		];
	}

	/** What an order that has no document yet waits for; empty where nothing is to come. */
	private function awaited( \WC_Order $order ): string {
		$this->promise ??= ( new ShopperPages( $this->on, $this->engine() ) )->promise();
		return $this->views->list_text()->awaited( $this->promise->awaited( $order ) ?? '' );
	}

	/** @return list<object> */
	public function ajax(): array {
		return [
			$this->menu(),
			new BulkProgress(
				$this->runs,
				new RowStates( $this->on->sql(), $this->on->clock ),
				$this->texts,
				new BuiltScript( $this->file, 'order-list', 'orderinvoicer-order-list' )
			),
		];
	}

	public function menu(): OrderMenu {
		return new OrderMenu(
			$this->on->ledger(),
			$this->on->settings(),
			new OfferedActs( new RowActs() ),
			$this->views->document_pills(),
			$this->texts
		);
	}

	private function engine(): Engine {
		return ( $this->engine )();
	}
}
