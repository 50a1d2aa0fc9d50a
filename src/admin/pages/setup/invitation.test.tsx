import { act, render, screen } from '@testing-library/react';
import { getConnection } from '../../../api/endpoints';
import { useResource } from '../../../api/useResource';
import type { Connection } from '../../../schemas/connection';
import type { Settings } from '../../../schemas/settings';
import * as answers from '../../../test/answers';
import { deferred } from '../../../test/site';
import { isOn, wizardShop } from '../../../test/wizard';
import { useSettings } from '../../settings/useSettings';
import { SetupInvitation } from './SetupInvitation';

const nothing = () => {};

function Invitation() {
	return (
		<SetupInvitation
			connection={ useResource( getConnection ) }
			settings={ useSettings( nothing ) }
		/>
	);
}

const LINK = { name: 'Set up step by step' };

describe( 'the invitation to the wizard', () => {
	it.each< [ string, Connection, Settings, boolean ] >( [
		[
			'before the connection',
			answers.unconfigured,
			answers.settings,
			true,
		],
		[ 'before anything is on', answers.connected, answers.settings, true ],
		[ 'once it is on', answers.connected, isOn, false ],
		[ 'when the keys are gone', answers.unconfigured, isOn, true ],
	] )( '%s', async ( _name, connection, settings, isThere ) => {
		wizardShop( settings ).on( 'GET /connection', () => connection );
		await act( async () => {
			render( <Invitation /> );
		} );
		const link = screen.queryByRole( 'link', LINK );
		expect( link?.getAttribute( 'href' ) ?? null ).toBe(
			isThere ? '#/setup' : null
		);
	} );

	it( 'says nothing while nobody knows', async () => {
		const late = deferred< Connection >();
		wizardShop().on( 'GET /connection', () => late.promise );
		await act( async () => {
			render( <Invitation /> );
		} );
		expect( screen.queryByRole( 'link' ) ).toBeNull();
		await act( async () => late.resolve( answers.unconfigured ) );
		screen.getByRole( 'link', LINK );
	} );
} );
