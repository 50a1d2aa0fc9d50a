<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks\Access;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Health\Checks\HealthCheck;
use OrderInvoicer\Health\Checks\Verdict;
use OrderInvoicer\Reports\ConnectionView;

/** What only an access that works can show. Whether it works is a check of its own. */
abstract class AccessCheck implements HealthCheck {

	protected const PAGE = AdminPage::PATH . '#/connection';

	public function __construct( private readonly ConnectionView $connection ) {}

	/** What is not known, where nothing is. */
	abstract protected function unknown(): string;

	abstract protected function of_access(): Verdict;

	final public function verdict(): Verdict {
		return $this->connection->state() === 'connected'
			? $this->of_access()
			: $this->not_known( __( 'This shop is not connected to Sellsy at the moment.', 'orderinvoicer' ) );
	}

	final protected function not_known( string $why ): Verdict {
		return Verdict::unknown(
			$this->unknown(),
			$why,
			__( 'Test the connection.', 'orderinvoicer' ),
			self::PAGE
		);
	}
}
