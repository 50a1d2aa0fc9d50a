<?php
declare( strict_types=1 );

namespace OrderInvoicer\Composition;

use OrderInvoicer\Admin\FindingText;
use OrderInvoicer\Admin\SituationText;
use OrderInvoicer\Application\CreateTax;
use OrderInvoicer\Application\FailureProblem;
use OrderInvoicer\Application\Once;
use OrderInvoicer\Domain\Settings\SettingsLists;
use OrderInvoicer\Domain\Tax\Doctor\TaxDoctor;
use OrderInvoicer\Domain\Tax\Exemptions;
use OrderInvoicer\Persistence\Sql;
use OrderInvoicer\Rest\FindingView;
use OrderInvoicer\Rest\OrderUsageController;
use OrderInvoicer\Rest\ProblemView;
use OrderInvoicer\Rest\RecentOrders;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\Rest\ShopRates;
use OrderInvoicer\Rest\TaxCreationController;
use OrderInvoicer\Rest\TaxDoctorController;
use OrderInvoicer\Rest\TaxView;
use OrderInvoicer\Rest\UsedRates;
use OrderInvoicer\WooCommerce\OrderUsage;

defined( 'ABSPATH' ) || exit;

/** Where the owner maps taxes, payments, customers and products, and sees what that touches. */
final class MappingScreens {

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
	) {}

	/** @return list<object> each with register(). */
	public function rest( SchemaSet $schemas ): array {
		$problems = new ProblemView( $this->on->problem_text() );
		$failures = new FailureProblem();
		$used     = new UsedRates( $this->usage(), new ShopRates() );
		$recent   = new RecentOrders( $this->on->orders(), new Exemptions(), $this->on->settings() );
		$findings = new FindingView( new FindingText( new SituationText() ), new SettingsLists() );
		return [
			new OrderUsageController( $schemas, $this->usage(), $used ),
			new TaxDoctorController( $schemas, $this->sellsy->account(), new ShopRates(), $used, $recent, new TaxDoctor(), $findings, new SettingsLists(), $failures, $problems ),
			new TaxCreationController( $schemas, new CreateTax( $this->sellsy->taxes(), $this->once() ), new TaxView(), $failures, $problems ),
		];
	}

	private function usage(): OrderUsage {
		return new OrderUsage( $this->on->wpdb(), new Sql( $this->on->wpdb() ) );
	}

	private function once(): Once {
		return new Once( $this->sellsy->account(), $this->on->links(), $this->on->clock, $this->on->randomness );
	}
}
