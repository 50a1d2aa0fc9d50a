<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Health\Checks\Access\KeysCheck;
use OrderInvoicer\Health\Checks\Access\PersonCheck;
use OrderInvoicer\Health\Checks\Access\PrivilegesCheck;
use OrderInvoicer\Health\Checks\Access\SharedAccessCheck;
use OrderInvoicer\Health\Checks\AttentionCheck;
use OrderInvoicer\Health\Checks\ClashCheck;
use OrderInvoicer\Health\Checks\ConnectionCheck;
use OrderInvoicer\Health\Checks\HealthCheck;
use OrderInvoicer\Health\Checks\HooksCheck;
use OrderInvoicer\Health\Checks\LoopbackCheck;
use OrderInvoicer\Health\Checks\OtherInvoicesCheck;
use OrderInvoicer\Health\Checks\PassCheck;
use OrderInvoicer\Health\Checks\SecretsCheck;
use OrderInvoicer\Health\Checks\ServerCheck;
use OrderInvoicer\Health\Checks\Site\AddressCheck;
use OrderInvoicer\Health\Checks\Site\CacheCheck;
use OrderInvoicer\Health\Checks\Site\ClockCheck;
use OrderInvoicer\Health\Checks\Site\LimitsCheck;
use OrderInvoicer\Health\Checks\Site\OtherConnectorCheck;
use OrderInvoicer\Health\Checks\Site\OwnRouteCheck;
use OrderInvoicer\Health\Checks\TablesCheck;
use OrderInvoicer\Health\Checks\Taxes\RatesCheck;
use OrderInvoicer\Health\Checks\WaitingCheck;

/** All that is looked at, for one look. */
final class HealthChecks {

	/** In the order in which they are shown; those of features come after them. */
	public const IN_ORDER = [
		ConnectionCheck::class,
		SecretsCheck::class,
		ClashCheck::class,
		WaitingCheck::class,
		AttentionCheck::class,
		PassCheck::class,
		LoopbackCheck::class,
		HooksCheck::class,
		OtherInvoicesCheck::class,
		TablesCheck::class,
		ServerCheck::class,
		AddressCheck::class,
		OwnRouteCheck::class,
		ClockCheck::class,
		CacheCheck::class,
		LimitsCheck::class,
		OtherConnectorCheck::class,
		PrivilegesCheck::class,
		PersonCheck::class,
		SharedAccessCheck::class,
		KeysCheck::class,
		RatesCheck::class,
	];

	public const ALL_OF = [ 'checks' => HealthCheck::class ];

	/** @param list<HealthCheck> $checks */
	public function __construct( public readonly array $checks ) {}
}
