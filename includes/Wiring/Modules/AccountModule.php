<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\AdoptConnection;
use OrderInvoicer\Domain\Account\DailyLook;
use OrderInvoicer\Domain\Account\KeepAccess;
use OrderInvoicer\Domain\Account\ShopCodeCheck;
use OrderInvoicer\Domain\Account\SiteCopy;
use OrderInvoicer\Domain\Account\SiteGuard;
use OrderInvoicer\Domain\Account\TestConnection;
use OrderInvoicer\Domain\Failures\FailureProblem;
use OrderInvoicer\Domain\SoldLately\LookAtSold;

/** Whose account it is, from which site, and under which shop code. */
final class AccountModule {

	public readonly SiteGuard $site_guard;
	public readonly KeepAccess $keep_access;
	public readonly ShopCodeCheck $shop_code_check;
	public readonly LookAtSold $look_at_sold;
	public readonly DailyLook $daily_look;
	public readonly AdoptConnection $adopt_connection;
	public readonly TestConnection $test_connection;

	public function __construct( Ports $ports, PausesModule $pauses ) {
		$this->site_guard       = new SiteGuard(
			site: $ports->site(),
			account: $ports->account(),
			pauses: $ports->pauses(),
			clock: $ports->clock(),
			copy: new SiteCopy( $ports->site(), $ports->pauses(), $ports->clock() )
		);
		$this->keep_access      = new KeepAccess(
			$ports->lasting_access(),
			$ports->pauses(),
			$pauses->failure_pause,
			$ports->clock()
		);
		$this->shop_code_check  = self::shop_code_check( $ports, $pauses );
		$this->look_at_sold     = self::look_at_sold( $ports );
		$this->daily_look       = new DailyLook(
			account: $ports->account(),
			clash: $this->shop_code_check,
			site: $ports->site(),
			sold: $this->look_at_sold
		);
		$this->adopt_connection = new AdoptConnection(
			$ports->account(),
			$ports->site(),
			$ports->settings(),
			$ports->settings_array(),
			$ports->pauses(),
			$pauses->resume_work,
			$ports->clock()
		);
		$this->test_connection  = new TestConnection(
			$ports->account(),
			$this->adopt_connection,
			new FailureProblem(),
			$this->shop_code_check
		);
	}

	private static function shop_code_check( Ports $ports, PausesModule $pauses ): ShopCodeCheck {
		return new ShopCodeCheck(
			$ports->settings(),
			$ports->newest_documents(),
			$ports->own_documents(),
			$ports->shop_code_conflicts(),
			$pauses->resume_work,
			$ports->clock()
		);
	}

	private static function look_at_sold( Ports $ports ): LookAtSold {
		return new LookAtSold(
			sold: $ports->sold_lately(),
			looks: $ports->sold_looks(),
			items: $ports->items(),
			customers: $ports->customers(),
			fingerprints: $ports->fingerprints(),
			clock: $ports->clock()
		);
	}
}
