<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureProblem;
use OrderInvoicer\Domain\Taxes\Doctor\TaxDoctor;
use OrderInvoicer\Domain\Taxes\Exemptions;
use OrderInvoicer\Reports\OrderView;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Reports\ProductView;
use OrderInvoicer\Reports\Shop\KeptOrderFacts;
use OrderInvoicer\Reports\Shop\RecentOrders;
use OrderInvoicer\Reports\Shop\ShopRates;
use OrderInvoicer\Reports\Shop\UsedRates;
use OrderInvoicer\Reports\TaxView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Customers\CustomerLinksController;
use OrderInvoicer\Rest\Items\ProductsController;
use OrderInvoicer\Rest\Orders\OrderUsageController;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\Rest\Taxes\TaxCreationController;
use OrderInvoicer\Rest\Taxes\TaxDoctorController;
use OrderInvoicer\WooCommerce\Catalogue\ProductReferences;
use OrderInvoicer\WooCommerce\OrderUsage;
use OrderInvoicer\WooCommerce\ShopCustomers;
use OrderInvoicer\Wording\FindingText;
use OrderInvoicer\Wording\Names\SellsyPages;
use OrderInvoicer\Wording\Names\SituationText;
use OrderInvoicer\WordPress\Tables\WpdbCustomerLinks;

/** Where the owner maps taxes, payments, customers and products, and sees what that touches. */
final class MappingScreens {

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
		private readonly Engine $engine,
	) {}

	/** @return list<BaseController> */
	public function rest( SchemaSet $schemas ): array {
		$problems = new ProblemView( $this->on->problem_text() );
		$failures = new FailureProblem();
		$account  = $this->sellsy->account();
		$settings = $this->on->settings();
		$arrays   = $this->on->settings_array;
		$used     = new UsedRates( $this->usage(), new ShopRates() );
		$recent   = new RecentOrders( $this->engine->sale_orders(), new Exemptions(), $settings );
		$facts    = new KeptOrderFacts( $used, $recent, $settings );
		$create   = $this->engine->create_tax();
		return [
			new OrderUsageController( $schemas, $this->usage(), $used ),
			new TaxDoctorController(
				$schemas,
				$account,
				new ShopRates(),
				$facts,
				new TaxDoctor(),
				new FindingText( new SituationText() ),
				$arrays,
				$failures,
				$problems
			),
			new CustomerLinksController(
				$schemas,
				$account,
				new WpdbCustomerLinks( $this->on->sql(), $this->on->clock ),
				new ShopCustomers(),
				$this->pages(),
				new OrderView(),
				$failures,
				$problems
			),
			$this->products( $schemas, $failures, $problems ),
			new TaxCreationController( $schemas, $create, new TaxView(), $failures, $problems ),
			( new StockScreens( $this->on, $this->sellsy, $this->engine ) )->controller( $schemas ),
		];
	}

	private function products(
		SchemaSet $schemas,
		FailureProblem $failures,
		ProblemView $problems,
	): ProductsController {
		$find = $this->engine->find_item();
		return new ProductsController(
			$schemas,
			new ProductReferences( $this->on->wpdb(), $this->on->sql() ),
			new ProductView( $this->usage(), $find, $this->pages() ),
			$find,
			$failures,
			$problems
		);
	}

	private function usage(): OrderUsage {
		return new OrderUsage( $this->on->wpdb(), $this->on->sql() );
	}

	private function pages(): SellsyPages {
		return new SellsyPages( $this->on->endpoints()->app );
	}
}
