<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail;

defined( 'ABSPATH' ) || exit;

/** Once a day, what needs a person. */
final class DigestEmail extends OwnerEmail {

	protected function default_title(): string {
		return __( 'Sellsy: orders that need you', 'orderinvoicer' );
	}

	protected function purpose(): string {
		return __( 'Sent to the shop once a day, only on days on which orders need a person: by cause, with what to do and a link to where it is done. The hour is chosen in Order Invoicer, under E-mails.', 'orderinvoicer' );
	}
}
