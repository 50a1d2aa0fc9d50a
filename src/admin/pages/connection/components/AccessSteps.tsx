import { ExternalLink } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { CredentialsType } from '../../../../generated/schemas';
import { AccessPicture, KeysPicture, PortalPicture } from './pictures';
import { RedirectUrl } from './RedirectUrl';

/** Where Sellsy lets an account create its API access. */
const SELLSY_PORTAL = 'https://www.sellsy.fr/developer/api-v2';

type Props = {
	type: CredentialsType;
	redirectUrl: string;
	isIllustrated: boolean;
};

export function AccessSteps( { type, redirectUrl, isIllustrated }: Props ) {
	return (
		<ol
			className={ `orderinvoicer-steps${ isIllustrated ? ' is-illustrated' : '' }` }
		>
			<li>
				{ __(
					'In Sellsy, open Settings › Developer portal › API V2.',
					'orderinvoicer'
				) }{ ' ' }
				<ExternalLink href={ SELLSY_PORTAL }>
					{ __( 'Open that page', 'orderinvoicer' ) }
				</ExternalLink>
				{ isIllustrated && <PortalPicture /> }
			</li>
			{ type === 'personal' ? (
				<PersonalSteps isIllustrated={ isIllustrated } />
			) : (
				<PrivateSteps
					redirectUrl={ redirectUrl }
					isIllustrated={ isIllustrated }
				/>
			) }
		</ol>
	);
}

type Illustrated = Pick< Props, 'isIllustrated' >;

const PersonalSteps = ( { isIllustrated }: Illustrated ) => (
	<>
		<li>
			{ __(
				'Create a personal access as an administrator, or as somebody who may create clients, contacts, products and invoices.',
				'orderinvoicer'
			) }
			{ isIllustrated &&
				' ' +
					__(
						'Tick the rights listed under “What the access must be allowed to do”.',
						'orderinvoicer'
					) }
			{ isIllustrated && <AccessPicture type="personal" /> }
		</li>
		<li>
			{ __(
				'Copy its two keys here. The secret is stored encrypted and never shown again.',
				'orderinvoicer'
			) }
			{ isIllustrated && <KeysPicture /> }
		</li>
	</>
);

const PrivateSteps = ( {
	redirectUrl,
	isIllustrated,
}: Illustrated & { redirectUrl: string } ) => (
	<>
		<li>
			{ __(
				'Create a private access and give it this redirect URL, exactly as it stands here:',
				'orderinvoicer'
			) }
			<RedirectUrl url={ redirectUrl } />
			{ isIllustrated && <AccessPicture type="private" /> }
		</li>
		<li>
			{ __(
				'Copy its two keys here. The secret is stored encrypted and never shown again.',
				'orderinvoicer'
			) }
			{ isIllustrated && <KeysPicture /> }
		</li>
		<li>
			{ __(
				'Sellsy then asks for permission. Sign in there as an administrator, or as somebody who may create clients, contacts, products and invoices; you come back here by yourself.',
				'orderinvoicer'
			) }
		</li>
	</>
);
