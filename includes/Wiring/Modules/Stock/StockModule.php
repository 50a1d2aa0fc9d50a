<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules\Stock;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\ChangeSettings;
use OrderInvoicer\Domain\RemoteIds\Turn;
use OrderInvoicer\Domain\StockLevels\ChangeStock;
use OrderInvoicer\Domain\StockLevels\CompareStock;
use OrderInvoicer\Domain\StockLevels\ForgetStock;
use OrderInvoicer\Domain\Work\LookAtStock;
use OrderInvoicer\Domain\StockLevels\ReadStock;
use OrderInvoicer\Domain\StockLevels\SettleStock;
use OrderInvoicer\Domain\Actions\SteerStock;
use OrderInvoicer\Domain\StockLevels\WeighStock;
use OrderInvoicer\Wiring\Modules\ItemsModule;
use OrderInvoicer\Wiring\Modules\Ports;
use OrderInvoicer\Wiring\Modules\RemoteIdsModule;
use OrderInvoicer\Wiring\Modules\WorkModule;

/** The stock of the shop and that of Sellsy: compared, and made to agree where the owner wants it. */
final class StockModule {

	public readonly LookAtStock $look_at_stock;
	public readonly ForgetStock $forget_stock;

	public function __construct(
		private readonly Ports $ports,
		ItemsModule $items,
		RemoteIdsModule $remote_ids,
	) {
		$reader = new ReadStock(
			shop: $ports->shop_stocks(),
			sellsy: $ports->sellsy_stocks(),
			find: $items->find_item,
			rows: $ports->stock_rows()
		);
		$weigh  = new WeighStock();

		$this->forget_stock  = new ForgetStock( $ports->stock_rows(), $ports->stock_looks() );
		$this->look_at_stock = new LookAtStock(
			settings: $ports->settings(),
			account: $ports->account(),
			shop: $ports->shop_stocks(),
			rows: $ports->stock_rows(),
			looks: $ports->stock_looks(),
			compare: new CompareStock( $reader, $ports->stock_rows(), $weigh, $ports->clock() ),
			change: new ChangeStock(
				reader: $reader,
				shop: $ports->shop_stocks(),
				sellsy: $ports->sellsy_stocks(),
				rows: $ports->stock_rows(),
				weigh: $weigh,
				settle: new SettleStock(),
				clock: $ports->clock(),
				logger: $ports->logger()
			),
			tasks: $ports->due_tasks(),
			allowance: $ports->calls_left(),
			turn: new Turn( $ports->remote_id_store(), $ports->clock(), $ports->randomness() ),
			look_back: $remote_ids->look_back,
			gaps: $ports->gaps(),
			clock: $ports->clock()
		);
	}

	/** What a person does. The pass needs none of it. */
	public function steer( ChangeSettings $change, WorkModule $work ): SteerStock {
		return new SteerStock(
			look: $this->look_at_stock,
			looks: $this->ports->stock_looks(),
			rows: $this->ports->stock_rows(),
			settings: $this->ports->settings(),
			change: $change,
			gate: $work->work_gate,
			clock: $this->ports->clock()
		);
	}
}
