<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

/** What is kept here of this shop's webhook, encrypted: its key is a secret. */
interface KeptWebhook {

	/** Null where there is none, or it cannot be read any more. */
	public function get(): ?Webhook;

	/** @throws \RuntimeException when it cannot be encrypted: nothing is stored then. */
	public function keep( Webhook $webhook ): void;

	public function forget(): void;
}
