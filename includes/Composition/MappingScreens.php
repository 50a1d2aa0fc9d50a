<?php
declare( strict_types=1 );

namespace OrderInvoicer\Composition;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\FindingText;
use OrderInvoicer\Admin\SituationText;
use OrderInvoicer\Application\CreateTax;
use OrderInvoicer\Application\FailureProblem;
use OrderInvoicer\Application\FindItem;
use OrderInvoicer\Application\Once;
use OrderInvoicer\Application\OptionalStep;
use OrderInvoicer\Domain\Settings\SettingsLists;
use OrderInvoicer\Domain\Tax\Doctor\TaxDoctor;
use OrderInvoicer\Domain\Tax\Exemptions;
use OrderInvoicer\Persistence\WpdbCustomerLinks;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\CustomerLinksController;
use OrderInvoicer\Rest\FindingView;
use OrderInvoicer\Rest\OrderUsageController;
use OrderInvoicer\Rest\KeptOrderFacts;
use OrderInvoicer\Rest\OrderView;
use OrderInvoicer\Rest\ProblemView;
use OrderInvoicer\Rest\ProductsController;
use OrderInvoicer\Rest\ProductView;
use OrderInvoicer\Rest\RecentOrders;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\Rest\ShopRates;
use OrderInvoicer\Rest\TaxCreationController;
use OrderInvoicer\Rest\TaxDoctorController;
use OrderInvoicer\Rest\TaxView;
use OrderInvoicer\Rest\UsedRates;
use OrderInvoicer\WooCommerce\OrderUsage;
use OrderInvoicer\WooCommerce\ProductReferences;
use OrderInvoicer\WooCommerce\SellsyPages;
use OrderInvoicer\WooCommerce\ShopCustomers;

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
		$findings = new FindingView( new FindingText( new SituationText() ), new SettingsLists() );
		return [
			new OrderUsageController( $schemas, $this->usage(), $used ),
			new TaxDoctorController( $schemas, $this->sellsy->account(), new ShopRates(), $facts, new TaxDoctor(), $findings, new SettingsLists(), $failures, $problems ),
			new CustomerLinksController( $schemas, $this->sellsy->account(), new WpdbCustomerLinks( $this->on->sql(), $this->on->clock ), new ShopCustomers(), $this->pages(), new OrderView(), $failures, $problems ),
			new ProductsController( $schemas, new ProductReferences( $this->on->wpdb(), $this->on->sql() ), new ProductView( $this->usage(), $this->find_item(), $this->pages() ), $this->find_item(), $failures, $problems ),
			new TaxCreationController( $schemas, new CreateTax( $this->sellsy->taxes(), $this->once() ), new TaxView(), $failures, $problems ),
		];
	}

	private function usage(): OrderUsage {
		return new OrderUsage( $this->on->wpdb(), $this->on->sql() );
	}

	private function pages(): SellsyPages {
		return new SellsyPages( $this->on->endpoints->app );
	}

	private function find_item(): FindItem {
		return new FindItem( $this->sellsy->items(), $this->once(), new OptionalStep( $this->on->logger() ) );
	}

	private function once(): Once {
		return new Once( $this->sellsy->account(), $this->on->links(), $this->on->clock, $this->on->randomness );
	}
}
