<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Rest\Emails\EmailsController;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\WooCommerce\Emails\OwnerEmails;
use OrderInvoicer\WooCommerce\Emails\OwnerMailer;
use OrderInvoicer\WooCommerce\Emails\OwnerTexts;

/** E-mails to the owner: what WooCommerce lists, what the pass sends, what the settings page shows. */
final class OwnerEmailParts {

	public function __construct( private readonly Foundation $on ) {}

	/** @param string $file the plugin's main file. */
	public function emails( string $file ): OwnerEmails {
		return new OwnerEmails( plugin_dir_path( $file ) . 'templates/', $this->texts( ... ), $this->on->logger() );
	}

	public function mailer(): OwnerMailer {
		return new OwnerMailer( $this->texts( ... ), $this->on->logger() );
	}

	public function controller( SchemaSet $schemas ): EmailsController {
		return new EmailsController( $schemas, $this->mailer() );
	}

	/** Only when one is written: most requests in which WooCommerce makes its e-mails send none of these. */
	private function texts(): OwnerTexts {
		return new OwnerTexts( $this->on->problem_text(), AdminPage::url() );
	}
}
