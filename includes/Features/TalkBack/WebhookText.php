<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\TalkBack\Rules\Obstacle;

/** Whether Sellsy tells this shop at once, and what stands in the way. */
final class WebhookText {

	/** @param string $state as of `KeepWebhook::state()`. */
	public function text( string $state ): string {
		return match ( $state ) {
			'off'                       => '',
			'on'                        =>
				__( 'Sellsy tells this shop at once when one of its documents changes.', 'orderinvoicer' ),
			Obstacle::NotHttps->value   =>
				__( 'Sellsy cannot tell this shop: its address begins with http://. Once it begins with https://, this goes on by itself.', 'orderinvoicer' ),
			Obstacle::Copied->value     =>
				__( 'Sellsy is not asked for it: this site is a copy of the shop, or connected to another Sellsy account. As long as its work waits for that, nothing changes here.', 'orderinvoicer' ),
			Obstacle::Local->value      =>
				__( 'Sellsy cannot tell this shop: it cannot be reached from the internet. On the public site this goes on by itself.', 'orderinvoicer' ),
			Obstacle::NoRight->value    =>
				__( 'Sellsy does not allow it yet: in Sellsy, tick webhooks.read and webhooks.write on the API access of this shop, then try again here. The Connection page shows where.', 'orderinvoicer' ),
			Obstacle::NoEvents->value   =>
				__( 'Your Sellsy account offers no such messages for documents. They are still looked up every few minutes.', 'orderinvoicer' ),
			Obstacle::NotDeleted->value =>
				__( 'Sellsy did not switch it off yet. It is tried again within the hour; until then, what it sends is refused.', 'orderinvoicer' ),
			Obstacle::Failed->value     =>
				__( 'Sellsy did not answer properly. It is tried again within the hour.', 'orderinvoicer' ),
			default                     =>
				__( 'Sellsy is asked for it within five minutes.', 'orderinvoicer' ),
		};
	}
}
