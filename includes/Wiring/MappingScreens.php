<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureProblem;
use OrderInvoicer\Domain\Failures\OptionalStep;
use OrderInvoicer\Domain\Items\FindItem;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\Taxes\CreateTax;
use OrderInvoicer\Domain\Taxes\Doctor\TaxDoctor;
use OrderInvoicer\Domain\Taxes\Exemptions;
use OrderInvoicer\Reports\FindingView;
use OrderInvoicer\Reports\KeptOrderFacts;
use OrderInvoicer\Reports\OrderView;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Reports\ProductView;
use OrderInvoicer\Reports\RecentOrders;
use OrderInvoicer\Reports\ShopRates;
use OrderInvoicer\Reports\TaxView;
use OrderInvoicer\Reports\UsedRates;
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
	) {}

	/** @return list<BaseController> */
	public function rest( SchemaSet $schemas ): array {
		$problems = new ProblemView( $this->on->problem_text() );
		$failures = new FailureProblem();
		$used     = new UsedRates( $this->usage(), new ShopRates() );
		$facts    = new KeptOrderFacts( $used, new RecentOrders( $this->on->orders(), new Exemptions(), $this->on->settings() ), $this->on->settings() );
		$findings = new FindingView( new FindingText( new SituationText() ), $this->on->settings_array );
		return [
			new OrderUsageController( $schemas, $this->usage(), $used ),
			new TaxDoctorController( $schemas, $this->sellsy->account(), new ShopRates(), $facts, new TaxDoctor(), $findings, $this->on->settings_array, $failures, $problems ),
			new CustomerLinksController( $schemas, $this->sellsy->account(), new WpdbCustomerLinks( $this->on->sql(), $this->on->clock ), new ShopCustomers(), $this->pages(), new OrderView(), $failures, $problems ),
			new ProductsController( $schemas, new ProductReferences( $this->on->wpdb(), $this->on->sql() ), new ProductView( $this->usage(), $this->find_item(), $this->pages() ), $this->find_item(), $failures, $problems ),
			new TaxCreationController( $schemas, new CreateTax( $this->sellsy->taxes(), $this->once() ), new TaxView(), $failures, $problems ),
		];
	}

	private function usage(): OrderUsage {
		return new OrderUsage( $this->on->wpdb(), $this->on->sql() );
	}

	private function pages(): SellsyPages {
		return new SellsyPages( $this->on->endpoints()->app );
	}

	private function find_item(): FindItem {
		return new FindItem( $this->sellsy->items(), $this->once(), new OptionalStep( $this->on->logger() ) );
	}

	private function once(): RemoteIds {
		return new RemoteIds( $this->sellsy->account(), $this->on->links(), $this->on->clock, $this->on->randomness() );
	}
}
