<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Cli\Output;
use OrderInvoicer\Cli\StockCommand;
use OrderInvoicer\Domain\Failures\FailureProblem;
use OrderInvoicer\Domain\Actions\SteerStock;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Reports\StockView;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\Rest\Stock\StockController;
use OrderInvoicer\Wiring\Composition\Ports;
use OrderInvoicer\Wording\Names\SellsyPages;
use OrderInvoicer\Wording\StockText;

/** Where people and programs meet the stock. */
final class StockScreens {

	private readonly Ports $ports;

	public function __construct(
		private readonly Foundation $on,
		SellsyParts $sellsy,
		private readonly Engine $engine,
	) {
		$this->ports = new Adapters( $on, $sellsy );
	}

	public function controller( SchemaSet $schemas ): StockController {
		$steer = $this->steer();
		return new StockController(
			schemas: $schemas,
			steer: $steer,
			sellsy: $this->ports->sellsy_stocks(),
			view: $this->view( $steer ),
			failures: new FailureProblem(),
			problems: new ProblemView( $this->on->problem_text() )
		);
	}

	public function command( Output $output ): StockCommand {
		$steer = $this->steer();
		return new StockCommand(
			steer: $steer,
			view: $this->view( $steer ),
			failures: new FailureProblem(),
			problems: $this->on->problem_text(),
			output: $output
		);
	}

	private function steer(): SteerStock {
		return $this->engine->steer_stock();
	}

	private function view( SteerStock $steer ): StockView {
		return new StockView(
			steer: $steer,
			rows: $this->ports->stock_rows(),
			looks: $this->ports->stock_looks(),
			shop: $this->ports->shop_stocks(),
			settings: $this->on->settings(),
			pages: new SellsyPages( $this->on->endpoints()->app ),
			texts: new StockText()
		);
	}
}
